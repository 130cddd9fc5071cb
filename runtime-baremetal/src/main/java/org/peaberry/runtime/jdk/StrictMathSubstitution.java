/** StrictMath: what the JDK has in native code. Results are the nearest or the next double, those of hyperbolic functions within 2.5 units in the last place. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.StrictMath")
public final class StrictMathSubstitution {
    private StrictMathSubstitution() {
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.SQUARE_ROOT)
    static double sqrt(double value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    static double log(double value) {
        return Logarithm.natural(value);
    }

    @Substitute
    static double log10(double value) {
        return Logarithm.common(value);
    }

    @Substitute
    static double sin(double angle) {
        return Trigonometry.sine(angle);
    }

    @Substitute
    static double cos(double angle) {
        return Trigonometry.cosine(angle);
    }

    @Substitute
    static double tan(double angle) {
        return Trigonometry.tangent(angle);
    }

    @Substitute
    static double asin(double sine) {
        return InverseTrigonometry.sine(sine);
    }

    @Substitute
    static double acos(double cosine) {
        return InverseTrigonometry.cosine(cosine);
    }

    @Substitute
    static double atan(double tangent) {
        return InverseTrigonometry.tangent(tangent);
    }

    @Substitute
    static double atan2(double y, double x) {
        return InverseTrigonometry.ofPoint(y, x);
    }

    @Substitute
    static double log1p(double value) {
        return Logarithm.ofOnePlus(value);
    }

    @Substitute
    static double expm1(double value) {
        return Exponential.lessOne(value);
    }

    @Substitute
    static double sinh(double value) {
        return Exponential.hyperbolicSine(value);
    }

    @Substitute
    static double cosh(double value) {
        return Exponential.hyperbolicCosine(value);
    }

    @Substitute
    static double tanh(double value) {
        return Exponential.hyperbolicTangent(value);
    }

    @Substitute
    static double IEEEremainder(double dividend, double divisor) {
        return Remainder.of(dividend, divisor);
    }
}
