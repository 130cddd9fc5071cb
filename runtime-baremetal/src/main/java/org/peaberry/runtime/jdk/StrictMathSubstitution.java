/** StrictMath: square roots and logarithms. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

/** The logarithm's method, and its numbers, are those of fdlibm's e_log.c. */
@Substitution("java.lang.StrictMath")
public final class StrictMathSubstitution {
    private static final int FRACTION_BITS = 52;
    private static final int BIAS = 1023;
    private static final double TWO_TO_54 = 0x1p54;
    /** The logarithm of 2 in two parts; the first has zeros at its end, so that its product with an exponent is exact. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double[] ODD = {6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860511658591e-01};
    private static final double[] EVEN = {3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01};

    private StrictMathSubstitution() {
    }

    @Substitute
    static double log(double value) {
        if (!(value > 0)) {
            return value == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (value == Double.POSITIVE_INFINITY) {
            return value;
        }
        return value < Double.MIN_NORMAL ? logOfNormal(value * TWO_TO_54, -54) : logOfNormal(value, 0);
    }

    /** The value is 2^k (1 + f), with 1 + f between the square roots of 1/2 and 2. */
    private static double logOfNormal(double value, int scale) {
        int k = Math.getExponent(value) + scale;
        double significand = Double.longBitsToDouble(Double.doubleToRawLongBits(value) & (1L << FRACTION_BITS) - 1 | (long) BIAS << FRACTION_BITS);
        if (significand > Math.sqrt(2)) {
            significand /= 2;
            k++;
        }
        double f = significand - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double rest = z * (ODD[0] + w * (ODD[1] + w * (ODD[2] + w * ODD[3]))) + w * (EVEN[0] + w * (EVEN[1] + w * EVEN[2]));
        double half = 0.5 * f * f;
        return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.SQUARE_ROOT)
    static double sqrt(double value) {
        throw new UnsupportedOperationException();
    }
}
