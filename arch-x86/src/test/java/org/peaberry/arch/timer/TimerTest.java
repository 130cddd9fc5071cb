/** Calibration against reference clocks, and countdown arithmetic. */
package org.peaberry.arch.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.apic.MemoryMappedApic;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.SimulatedPort;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

class TimerTest {
    private static final long FREQUENCY = 2_400_000_000L;
    private static final int TIMER_PORT = 0x608;

    private SimulatedProcessor processor;

    @BeforeEach
    void installMachine() {
        SimulatedMemory.install();
        processor = SimulatedProcessor.install();
    }

    /** A port read takes 1000 cycles; the clocks follow the simulated counter. */
    private SimulatedPort device(long clockFrequency, boolean interval) {
        return new SimulatedPort() {
            private long started;
            private int count;
            private int written;

            @Override
            public int in(int port, int width) {
                processor.advance(1000);
                long now = clockTicks();
                return interval ? (now - started > count ? 0x20 : 0) : (int) now & 0xff_ffff;
            }

            @Override
            public void out(int port, int width, int value) {
                if (port == 0x42) {
                    count = written++ % 2 == 0 ? value : count | value << 8;
                    started = clockTicks();
                }
            }

            private long clockTicks() {
                return (long) ((double) Processor.timeStampCounter() * clockFrequency / FREQUENCY);
            }
        };
    }

    @Test
    void theCounterIsMeasuredAgainstTheAcpiTimer() {
        processor.attach(TIMER_PORT, 4, device(3_579_545, false));
        long measured = TscCalibration.frequency(TIMER_PORT);
        assertTrue(Math.abs(measured - FREQUENCY) < FREQUENCY / 2000, "measured " + measured);
    }

    @Test
    void withoutAnAcpiTimerTheIntervalTimerIsUsed() {
        SimulatedPort device = device(1_193_182, true);
        processor.attach(0x42, 2, device);
        processor.attach(0x61, 1, device);
        long measured = TscCalibration.frequency(0);
        assertTrue(Math.abs(measured - FREQUENCY) < FREQUENCY / 2000, "measured " + measured);
    }

    @Test
    void clocksThatStandStillAreAnError() {
        SimulatedPort dead = new SimulatedPort() {
            @Override
            public int in(int port, int width) {
                return 0;
            }

            @Override
            public void out(int port, int width, int value) {
            }
        };
        processor.attach(0x61, 1, dead);
        processor.attach(TIMER_PORT, 4, dead);
        assertThrows(IllegalStateException.class, () -> TscCalibration.frequency(TIMER_PORT));
    }

    private static CountdownTimer countdown(long countsPerTick) {
        return new CountdownTimer(new MemoryMappedApic(Address.zero()), countsPerTick);
    }

    @Test
    void aCountdownRunsAtLeastOneAndAtMostWhatTheTimerHolds() {
        CountdownTimer timer = countdown(1L << 31);
        assertEquals(1, timer.countFor(-5));
        assertEquals(1, timer.countFor(1));
        assertEquals(500, timer.countFor(1000));
        assertEquals(0xffff_ffffL, timer.countFor(Long.MAX_VALUE));
        assertEquals(0xffff_ffffL, timer.countFor(1L << 40));
    }

    @Property
    void aCountdownNeverEndsLaterThanAsked(@ForAll @LongRange(min = 2, max = 1L << 50) long ticks,
                                           @ForAll @LongRange(min = 1L << 20, max = 1L << 34) long countsPerTick) {
        long count = countdown(countsPerTick).countFor(ticks);
        BigInteger exact = BigInteger.valueOf(ticks).multiply(BigInteger.valueOf(countsPerTick)).shiftRight(32);
        long expected = exact.min(BigInteger.valueOf(0xffff_ffffL)).max(BigInteger.ONE).longValue();
        assertEquals(expected, count);
    }

    @Test
    void theDeadlineTimerIsDisarmedByZeroOnly() {
        OneShotTimer timer = new DeadlineTimer(new MemoryMappedApic(Address.zero()));
        timer.arm(0);
        assertEquals(1, processor.readMsr(Msr.TSC_DEADLINE));
        timer.arm(77);
        assertEquals(77, processor.readMsr(Msr.TSC_DEADLINE));
        timer.disarm();
        assertEquals(0, processor.readMsr(Msr.TSC_DEADLINE));
    }
}
