/** Logarithms, right but for about one value in a thousand, whose last bit is the other neighbour's. */
package org.peaberry.runtime.jdk;

/**
 * The value is 2^k m, with m between the square roots of 1/2 and 2, and log m = 2 (s + s^3/3 + s^5/5 + …) with s = (m - 1) / (m + 1). What
 * rounding takes from s and from the sum is computed, too.
 */
final class Logarithm {
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final double TWO_TO_54 = 0x1p54;
    /** The logarithm of 2 in two parts, as in fdlibm's e_log.c; the first has zeros at its end, so that its product with an exponent is exact. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    /** That to base 10, as in fdlibm's e_log10.c. */
    private static final double LOG10_2_HIGH = 3.01029995663611771306e-01;
    private static final double LOG10_2_LOW = 3.69423907715893078616e-13;
    /** 1 / log 10. */
    private static final double LOG10_E_HIGH = 0.4342944819032518;
    private static final double LOG10_E_LOW = 1.098319650216765e-17;
    /** What s^2 is multiplied with: 1/3, 1/5, … . */
    private static final double[] COEFFICIENTS = coefficients(13);

    private Logarithm() {
    }

    /** The logarithm of m is high + low. */
    private record Parts(int k, double high, double low) {
        double natural() {
            return Rounding.sum(k * LN2_HIGH, high, k * LN2_LOW + low);
        }

        double common() {
            double product = high * LOG10_E_HIGH;
            double lost = Rounding.lostByProduct(high, LOG10_E_HIGH) + high * LOG10_E_LOW + low * LOG10_E_HIGH;
            return Rounding.sum(k * LOG10_2_HIGH, product, k * LOG10_2_LOW + lost);
        }
    }

    private static double[] coefficients(int count) {
        double[] coefficients = new double[count];
        for (int i = 0; i < count; i++) {
            coefficients[i] = 1.0 / (2 * i + 3);
        }
        return coefficients;
    }

    /** To base e. */
    static double natural(double value) {
        return isPositive(value) ? parts(value).natural() : limit(value);
    }

    /** To base 10. */
    static double common(double value) {
        return isPositive(value) ? parts(value).common() : limit(value);
    }

    /** Of 1 + x, to base e. */
    static double ofOnePlus(double x) {
        double sum = 1 + x;
        if (x == 0 || !isPositive(sum)) {
            return x == 0 ? x : limit(sum);
        }
        Parts parts = parts(sum);
        return new Parts(parts.k, parts.high, parts.low + Rounding.lostBySum(1, x) / sum).natural();
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static double limit(double value) {
        return value == 0 ? Double.NEGATIVE_INFINITY : value > 0 ? value : Double.NaN;
    }

    private static Parts parts(double value) {
        return value < Double.MIN_NORMAL ? ofNormal(value * TWO_TO_54, -54) : ofNormal(value, 0);
    }

    private static Parts ofNormal(double value, int scale) {
        int k = Math.getExponent(value) + scale;
        double m = Double.longBitsToDouble(Double.doubleToRawLongBits(value) & FRACTION | ONE);
        if (m > Math.sqrt(2)) {
            m /= 2;
            k++;
        }
        double difference = m - 1;
        double sum = m + 1;
        double s = difference / sum;
        double lost = (difference - s * sum - Rounding.lostByProduct(s, sum) - s * (m - (sum - 1))) / sum;
        return new Parts(k, 2 * s, 2 * (lost + s * series(s * s)));
    }

    private static double series(double square) {
        double result = 0;
        for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
            result = (result + COEFFICIENTS[i]) * square;
        }
        return result;
    }
}
