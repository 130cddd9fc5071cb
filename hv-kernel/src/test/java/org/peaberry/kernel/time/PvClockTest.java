/** What guests read as time. */
package org.peaberry.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

class PvClockTest {
    private static final long PAGE = 0x10000;

    private long counter = 5_000;
    private final TscClock clock = new TscClock(() -> counter, new TscScale(2_000_000_000L), 1_000);

    @BeforeEach
    void installMemory() {
        SimulatedMemory.install().map(PAGE, SimulatedMemory.PAGE_SIZE);
    }

    @Test
    void guestFormulaGivesSystemTime() {
        VcpuTimeInfo info = RawMemory.at(VcpuTimeInfo.class, Address.of(PAGE));
        PvClock.publish(info, clock, 0);
        counter = 9_000_000;
        long delta = counter - info.tscTimestamp();
        long shifted = info.tscShift() < 0 ? delta >>> -info.tscShift() : delta << info.tscShift();
        long guest = info.systemTime() + (shifted * Integer.toUnsignedLong(info.tscToSystemMultiplier()) >>> 32);
        assertEquals(clock.now(), guest, 1);
    }

    @Test
    void versionIsEvenAndDiffersAfterEachUpdate() {
        VcpuTimeInfo info = RawMemory.at(VcpuTimeInfo.class, Address.of(PAGE));
        PvClock.publish(info, clock, 0);
        assertEquals(2, info.version());
        PvClock.publish(info, clock, 0);
        assertEquals(4, info.version());
        info.version(7);
        PvClock.publish(info, clock, 0);
        assertEquals(0, info.version() & 1);
    }

    @Test
    void wallClockPlusSystemTimeIsTheDate() {
        WallClock wall = new WallClock();
        wall.set(1_700_000_000L, 250, 3_000_000_500L);
        WallClockInfo info = RawMemory.at(WallClockInfo.class, Address.of(PAGE));
        wall.publish(info);
        assertEquals(1_699_999_996L, Integer.toUnsignedLong(info.seconds()));
        assertEquals(999_999_750, info.nanoseconds());
        assertEquals(0, info.secondsHigh());
    }
}
