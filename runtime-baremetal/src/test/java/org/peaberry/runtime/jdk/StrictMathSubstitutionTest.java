/** Logarithms, exponentials and functions of angles are the JDK's, but for the last bits: both are as near to the value as Java asks for. */
package org.peaberry.runtime.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StrictMathSubstitutionTest {
    @Property
    void functionsAreTheJdksButForTheLastBit(@ForAll long bits) {
        assertAgree(Double.longBitsToDouble(bits));
    }

    @Property
    void functionsOfUsualNumbersAreTheJdksButForTheLastBit(@ForAll @DoubleRange(min = -1000, max = 1000) double value) {
        assertAgree(value);
    }

    @Property
    void functionsNearMultiplesOfARightAngleAreTheJdksButForTheLastBit(@ForAll @IntRange(min = -1_000_000, max = 1_000_000) int count,
            @ForAll @IntRange(min = -3, max = 3) int distance) {
        double angle = count * (Math.PI / 2);
        assertAgree(angle + distance * Math.ulp(angle));
    }

    private static void assertAgree(double value) {
        assertClose("log", value, StrictMath.log(value), StrictMathSubstitution.log(value));
        assertClose("log10", value, StrictMath.log10(value), StrictMathSubstitution.log10(value));
        assertClose("sin", value, StrictMath.sin(value), StrictMathSubstitution.sin(value));
        assertClose("cos", value, StrictMath.cos(value), StrictMathSubstitution.cos(value));
        assertClose("tan", value, StrictMath.tan(value), StrictMathSubstitution.tan(value));
    }

    @Property
    void inverseAndHyperbolicFunctionsAreTheJdksButForTheLastBit(@ForAll long bits) {
        assertMoreAgree(Double.longBitsToDouble(bits));
    }

    @Property
    void thoseOfUsualNumbersAreTheJdksButForTheLastBit(@ForAll @DoubleRange(min = -30, max = 30) double value) {
        assertMoreAgree(value);
        assertMoreAgree(value / 30);
        assertMoreAgree(1 - value * 1e-12);
        assertMoreAgree(value * 1e-12);
    }

    private static void assertMoreAgree(double value) {
        assertClose("asin", value, StrictMath.asin(value), StrictMathSubstitution.asin(value));
        assertClose("acos", value, StrictMath.acos(value), StrictMathSubstitution.acos(value));
        assertClose("atan", value, StrictMath.atan(value), StrictMathSubstitution.atan(value));
        assertClose("log1p", value, StrictMath.log1p(value), StrictMathSubstitution.log1p(value));
        assertClose("expm1", value, StrictMath.expm1(value), StrictMathSubstitution.expm1(value));
        assertClose("sinh", value, StrictMath.sinh(value), StrictMathSubstitution.sinh(value), 5);
        assertClose("cosh", value, StrictMath.cosh(value), StrictMathSubstitution.cosh(value), 5);
        assertClose("tanh", value, StrictMath.tanh(value), StrictMathSubstitution.tanh(value), 5);
    }

    @Property
    void anglesOfPointsAreTheJdksButForTheLastBits(@ForAll double y, @ForAll double x) {
        assertClose("atan2", y, StrictMath.atan2(y, x), StrictMathSubstitution.atan2(y, x), 4);
        assertClose("atan2", y, StrictMath.atan2(y, y * 3), StrictMathSubstitution.atan2(y, y * 3), 4);
        assertClose("atan2", y, StrictMath.atan2(y, -y / 7), StrictMathSubstitution.atan2(y, -y / 7), 4);
    }

    @Property
    void remaindersAreTheJdks(@ForAll long dividend, @ForAll long divisor, @ForAll @IntRange(min = -100, max = 100) int small) {
        double a = Double.longBitsToDouble(dividend);
        double b = Double.longBitsToDouble(divisor);
        assertEquals(StrictMath.IEEEremainder(a, b), StrictMathSubstitution.IEEEremainder(a, b));
        assertEquals(StrictMath.IEEEremainder(small / 2.0, 3), StrictMathSubstitution.IEEEremainder(small / 2.0, 3));
        assertEquals(StrictMath.IEEEremainder(small * 1e-320, 7e-320), StrictMathSubstitution.IEEEremainder(small * 1e-320, 7e-320));
    }

    @Test
    void specialValuesAreTheJdks() {
        double[] values = {0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, 710, -710, 22, 2};
        for (double value : values) {
            assertMoreAgree(value);
            for (double other : values) {
                assertClose("atan2 to " + other, value, StrictMath.atan2(value, other), StrictMathSubstitution.atan2(value, other));
                assertEquals(StrictMath.IEEEremainder(value, other), StrictMathSubstitution.IEEEremainder(value, other));
            }
        }
    }

    private static void assertClose(String name, double value, double expected, double actual) {
        assertClose(name, value, expected, actual, 2);
    }

    private static void assertClose(String name, double value, double expected, double actual, double units) {
        assertTrue(Double.compare(actual, expected) == 0 || Math.abs(actual - expected) <= units * Math.ulp(expected),
                () -> name + " of " + value + ": " + actual + ", not " + expected);
    }

    @Test
    void powersOfTenHaveWholeLogarithms() {
        for (int i = -300; i <= 300; i++) {
            assertEquals(i, StrictMathSubstitution.log10(Double.parseDouble("1e" + i)));
        }
    }

    /** No double is nearer to a multiple of a right angle. */
    @Test
    void angleNearestToAMultipleIsReduced() {
        assertAgree(6381956970095103.0 * 0x1p797);
        assertAgree(Double.MAX_VALUE);
        assertAgree(Math.nextUp(Math.PI / 4));
    }

    @Test
    void anglesWithoutAValueHaveNone() {
        for (double angle : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(Double.NaN, StrictMathSubstitution.sin(angle));
            assertEquals(Double.NaN, StrictMathSubstitution.cos(angle));
            assertEquals(Double.NaN, StrictMathSubstitution.tan(angle));
        }
        assertEquals(0, Double.compare(-0.0, StrictMathSubstitution.sin(-0.0)));
        assertEquals(0, Double.compare(-0.0, StrictMathSubstitution.tan(-0.0)));
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
