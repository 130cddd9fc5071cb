/** The natural logarithm, right but for about one value in a thousand, whose last bit is the other neighbour's. */
package org.peaberry.runtime.jdk;

/**
 * The value is 2^k m, with m between the square roots of 1/2 and 2, and log m = 2 (s + s^3/3 + s^5/5 + …) with s = (m - 1) / (m + 1). What
 * rounding takes from s and from the sum is computed, too (Dekker, "A floating-point technique for extending the available precision").
 */
final class Logarithm {
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final double TWO_TO_54 = 0x1p54;
    /** 2^27 + 1: a product with it splits a number into halves. */
    private static final double SPLITTER = 0x1p27 + 1;
    /** The logarithm of 2 in two parts, as in fdlibm's e_log.c; the first has zeros at its end, so that its product with an exponent is exact. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    /** What s^2 is multiplied with: 1/3, 1/5, … . */
    private static final double[] COEFFICIENTS = coefficients(13);

    private Logarithm() {
    }

    private static double[] coefficients(int count) {
        double[] coefficients = new double[count];
        for (int i = 0; i < count; i++) {
            coefficients[i] = 1.0 / (2 * i + 3);
        }
        return coefficients;
    }

    static double of(double value) {
        if (!(value > 0)) {
            return value == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (value == Double.POSITIVE_INFINITY) {
            return value;
        }
        return value < Double.MIN_NORMAL ? ofNormal(value * TWO_TO_54, -54) : ofNormal(value, 0);
    }

    private static double ofNormal(double value, int scale) {
        int k = Math.getExponent(value) + scale;
        double m = Double.longBitsToDouble(Double.doubleToRawLongBits(value) & FRACTION | ONE);
        if (m > Math.sqrt(2)) {
            m /= 2;
            k++;
        }
        double difference = m - 1;
        double sum = m + 1;
        double s = difference / sum;
        double lost = (difference - s * sum - lostByProduct(s, sum) - s * (m - (sum - 1))) / sum;
        return add(k * LN2_HIGH, 2 * s, k * LN2_LOW + 2 * (lost + s * series(s * s)));
    }

    private static double series(double square) {
        double result = 0;
        for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
            result = (result + COEFFICIENTS[i]) * square;
        }
        return result;
    }

    /** What the exact product has beyond the rounded one. */
    private static double lostByProduct(double a, double b) {
        double aHigh = high(a);
        double bHigh = high(b);
        double aLow = a - aHigh;
        double bLow = b - bHigh;
        return aHigh * bHigh - a * b + aHigh * bLow + aLow * bHigh + aLow * bLow;
    }

    private static double high(double value) {
        double large = SPLITTER * value;
        return large - (large - value);
    }

    /** The sum of three, of which the last is small, rounded once. */
    private static double add(double a, double b, double small) {
        double sum = a + b;
        double part = sum - a;
        double lost = a - (sum - part) + (b - part);
        return sum + (lost + small);
    }
}
