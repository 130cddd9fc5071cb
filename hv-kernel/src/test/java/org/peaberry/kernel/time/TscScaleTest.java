/** Ticks to nanoseconds and back. */
package org.peaberry.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TscScaleTest {
    private static final long MEGAHERTZ = 1_000_000;

    @Test
    void gigahertzCounterIsNearlyNanoseconds() {
        TscScale scale = new TscScale(1000 * MEGAHERTZ);
        assertEquals(1_000_000_000L, scale.nanoseconds(1_000_000_000L));
    }

    @Test
    void scaleIsTheOneOfXensFormula() {
        TscScale scale = new TscScale(3_000 * MEGAHERTZ);
        assertEquals(-1, scale.shift());
        assertEquals((1_000_000_000L << 32) / 1_500_000_000L, Integer.toUnsignedLong(scale.multiplier()));
    }

    @Property
    void conversionIsExactToTheLastBitOfTheFormula(@ForAll @LongRange(min = 1, max = 10_000) long megahertz,
            @ForAll @LongRange(min = 0, max = 1L << 60) long ticks) {
        TscScale scale = new TscScale(megahertz * MEGAHERTZ);
        BigInteger shifted = scale.shift() >= 0 ? BigInteger.valueOf(ticks << scale.shift()) : BigInteger.valueOf(ticks >>> -scale.shift());
        if (shifted.shiftRight(scale.shift() > 0 ? scale.shift() : 0).longValue() != ticks && scale.shift() > 0) {
            return; // more ticks than 64 bits hold after the shift: centuries
        }
        BigInteger expected = shifted.multiply(BigInteger.valueOf(Integer.toUnsignedLong(scale.multiplier()))).shiftRight(32);
        assertEquals(expected.longValue(), scale.nanoseconds(ticks));
    }

    @Property
    void deadlineInTicksIsNeverLateByMoreThanAMicrosecondAnHour(@ForAll @LongRange(min = 10, max = 10_000) long megahertz,
            @ForAll @LongRange(min = 0, max = 3_600_000_000_000L) long nanoseconds) {
        TscScale scale = new TscScale(megahertz * MEGAHERTZ);
        long back = scale.nanoseconds(scale.ticks(nanoseconds));
        assertTrue(Math.abs(back - nanoseconds) <= 1000, nanoseconds + " came back as " + back);
    }
}
