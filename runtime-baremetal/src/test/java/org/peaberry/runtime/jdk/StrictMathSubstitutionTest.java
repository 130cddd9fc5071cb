/** The logarithm is the JDK's, but for the last bit. */
package org.peaberry.runtime.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StrictMathSubstitutionTest {
    @Property
    void logarithmIsTheJdksButForTheLastBit(@ForAll long bits) {
        double value = Math.abs(Double.longBitsToDouble(bits));
        double expected = StrictMath.log(value);
        double actual = StrictMathSubstitution.log(value);
        assertTrue(Double.compare(actual, expected) == 0 || Math.abs(actual - expected) <= Math.ulp(expected), value + ": " + actual + ", not " + expected);
    }

    @Test
    void limitsHaveTheirLogarithms() {
        assertEquals(Double.NEGATIVE_INFINITY, StrictMathSubstitution.log(-0.0));
        assertEquals(Double.POSITIVE_INFINITY, StrictMathSubstitution.log(Double.POSITIVE_INFINITY));
        assertEquals(Double.NaN, StrictMathSubstitution.log(-1));
        assertEquals(Double.NaN, StrictMathSubstitution.log(Double.NaN));
        assertEquals(0, StrictMathSubstitution.log(1));
    }
}
