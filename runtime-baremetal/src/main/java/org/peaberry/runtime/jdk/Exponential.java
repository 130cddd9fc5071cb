/** The exponential function less 1, and the hyperbolic functions. */
package org.peaberry.runtime.jdk;

/** The exponent is k log 2 + r, and e^r - 1 the Taylor series of r, of which two parts are known; the ways to hyperbolic functions are fdlibm's. */
final class Exponential {
    /** The logarithm of 2 in two parts, as in fdlibm's s_expm1.c; the first has zeros at its end, so that its product with k is exact. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final int TERMS = 17;
    /** 1/2!, 1/3!, … . */
    private static final double[] COEFFICIENTS = coefficients();
    /** Below its negative, e^x is less than half a unit in the last place of 1. */
    private static final double SMALLEST = 40;
    /** From there on, 1 is less than that of e^x. */
    private static final double LARGE = 40;
    private static final double MOST_OF_EXP = 709;
    /** From there on, e^-x does not count beside e^x. */
    private static final double ONE_SIDED = 22;

    private Exponential() {
    }

    private static double[] coefficients() {
        double[] coefficients = new double[TERMS];
        double factorial = 1;
        for (int i = 0; i < TERMS; i++) {
            factorial *= i + 2;
            coefficients[i] = 1 / factorial;
        }
        return coefficients;
    }

    /** e^x - 1. */
    static double lessOne(double x) {
        if (x == 0 || Double.isNaN(x)) {
            return x;
        }
        if (x > LARGE || x < -SMALLEST) {
            return x > 0 ? Math.exp(x) : -1;
        }
        return parts(x).high();
    }

    private static TwoPartDouble parts(double x) {
        double k = Math.rint(x / Math.log(2));
        TwoPartDouble r = TwoPartDouble.ofSum(x - k * LN2_HIGH, -k * LN2_LOW);
        double square = r.high() * r.high();
        TwoPartDouble rest = TwoPartDouble.ofSum(r.high(), square * series(r.high()) + r.low() * (1 + r.high()));
        double power = Math.scalb(1.0, (int) k);
        return k == 0 ? rest : new TwoPartDouble(power * rest.high(), power * rest.low()).plus(power - 1);
    }

    private static double series(double r) {
        double sum = 0;
        for (int i = TERMS - 1; i >= 0; i--) {
            sum = sum * r + COEFFICIENTS[i];
        }
        return sum;
    }

    static double hyperbolicSine(double x) {
        double size = Math.abs(x);
        if (!(size < ONE_SIDED)) {
            return Math.copySign(1, x) * halfOfExp(size);
        }
        TwoPartDouble less = parts(size);
        TwoPartDouble other = less.over(less.plus(1));
        return x == 0 ? x : Math.copySign(Rounding.sum(less.high(), other.high(), less.low() + other.low()) / 2, x);
    }

    static double hyperbolicCosine(double x) {
        double size = Math.abs(x);
        if (!(size < ONE_SIDED)) {
            return halfOfExp(size);
        }
        double less = lessOne(size);
        return 1 + less * less / (2 * (1 + less));
    }

    static double hyperbolicTangent(double x) {
        double size = Math.abs(x);
        if (x == 0 || Double.isNaN(x)) {
            return x;
        }
        if (size >= ONE_SIDED) {
            return Math.copySign(1, x);
        }
        TwoPartDouble less = parts(2 * size);
        return Math.copySign(less.over(less.plus(2)).high(), x);
    }

    /** Also where the exponential itself is too large. */
    private static double halfOfExp(double x) {
        return x < MOST_OF_EXP ? Math.exp(x) / 2 : Math.exp(x - 1) * (Math.E / 2);
    }
}
