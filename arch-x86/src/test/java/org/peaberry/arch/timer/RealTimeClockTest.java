/** Dates of the battery-backed clock. */
package org.peaberry.arch.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.SimulatedPort;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.runtime.memory.SimulatedMemory;

class RealTimeClockTest {
    private static long read(int statusB, int... registers) {
        SimulatedMemory.install();
        SimulatedProcessor.install().attach(0x70, 2, new SimulatedPort() {
            private int index;

            @Override
            public int in(int port, int width) {
                return index == 0x0B ? statusB : index < registers.length ? registers[index] : 0;
            }

            @Override
            public void out(int port, int width, int value) {
                index = value;
            }
        });
        return RealTimeClock.seconds();
    }

    @Test
    void decimalAndBinaryClocksShowTheSameTime() {
        long expected = LocalDateTime.of(2026, 11, 24, 22, 59, 7).toEpochSecond(ZoneOffset.UTC);
        assertEquals(expected, read(0x02, 0x07, 0, 0x59, 0, 0x22, 0, 3, 0x24, 0x11, 0x26));
        assertEquals(expected, read(0x06, 7, 0, 59, 0, 22, 0, 3, 24, 11, 26));
        assertEquals(expected, read(0x00, 0x07, 0, 0x59, 0, 0x90, 0, 3, 0x24, 0x11, 0x26));
    }

    @Test
    void midnightOfATwelveHourClockIsTwelve() {
        long expected = LocalDateTime.of(2024, 2, 29, 0, 0, 0).toEpochSecond(ZoneOffset.UTC);
        assertEquals(expected, read(0x00, 0, 0, 0, 0, 0x12, 0, 5, 0x29, 0x02, 0x24));
    }

    @Property
    void daysAreThoseOfTheGregorianCalendar(@ForAll @IntRange(max = 80_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        assertEquals(day, RealTimeClock.daysSince1970(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
    }
}
