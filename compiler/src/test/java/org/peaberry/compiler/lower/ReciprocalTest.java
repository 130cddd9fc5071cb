/** Multiplying by the reciprocal gives Java's quotient, for any dividend and divisor. */
package org.peaberry.compiler.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ReciprocalTest {
    private static long quotient(long dividend, long divisor, int bits) {
        Reciprocal reciprocal = Reciprocal.of(divisor, bits);
        BigInteger product = BigInteger.valueOf(dividend).multiply(reciprocal.multiplier());
        return product.shiftRight(bits + reciprocal.shift()).longValueExact() + (dividend < 0 ? 1 : 0);
    }

    @Property
    void quotientOfIntsIsJavas(@ForAll int dividend, @ForAll @IntRange(min = 2) int divisor) {
        assertEquals(dividend / divisor, quotient(dividend, divisor, Integer.SIZE));
    }

    @Property
    void quotientOfLongsIsJavas(@ForAll long dividend, @ForAll @LongRange(min = 2) long divisor) {
        assertEquals(dividend / divisor, quotient(dividend, divisor, Long.SIZE));
    }

    @Property
    void extremeDividendsHaveJavasQuotients(@ForAll @IntRange(min = 2) int divisor) {
        assertEquals(Integer.MIN_VALUE / divisor, quotient(Integer.MIN_VALUE, divisor, Integer.SIZE));
        assertEquals(Integer.MAX_VALUE / divisor, quotient(Integer.MAX_VALUE, divisor, Integer.SIZE));
        assertEquals(Long.MIN_VALUE / divisor, quotient(Long.MIN_VALUE, divisor, Long.SIZE));
        assertEquals(Long.MAX_VALUE / divisor, quotient(Long.MAX_VALUE, divisor, Long.SIZE));
    }

    @Example
    void multiplierOfTenIsTheKnownOne() {
        assertEquals(BigInteger.valueOf(0x66666667L), Reciprocal.of(10, Integer.SIZE).multiplier());
        assertEquals(2, Reciprocal.of(10, Integer.SIZE).shift());
    }
}
