/** Remainders are Java's, bit by bit. */
package org.peaberry.runtime.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FloatingPointTest {
    @Property
    void remainderOfDoublesIsJavas(@ForAll long left, @ForAll long right) {
        double dividend = Double.longBitsToDouble(left);
        double divisor = Double.longBitsToDouble(right);
        assertEquals(dividend % divisor, FloatingPoint.remainder(dividend, divisor));
    }

    @Property
    void remainderOfFloatsIsJavas(@ForAll int left, @ForAll int right) {
        float dividend = Float.intBitsToFloat(left);
        float divisor = Float.intBitsToFloat(right);
        assertEquals(dividend % divisor, FloatingPoint.remainder(dividend, divisor));
    }

    @Property
    void remainderOfNumbersOfEverydayIsJavas(@ForAll double left, @ForAll double right) {
        assertEquals(left % right, FloatingPoint.remainder(left, right));
    }
}
