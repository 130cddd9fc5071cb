/** Sine, cosine and tangent, each less than one unit in the last place from the exact value. */
package org.peaberry.runtime.jdk;

/** By the Taylor series of the rest of the angle, of which two parts are known. */
final class Trigonometry {
    private static final int TERMS = 11;
    /** Of r^3 S(r^2) = sin r - r, and of r^4 C(r^2) = cos r - 1 + r^2/2. */
    private static final double[] SINE = coefficients(3);
    private static final double[] COSINE = coefficients(4);

    private Trigonometry() {
    }

    /** Reciprocals of every second factorial, with alternating signs. */
    private static double[] coefficients(int first) {
        double[] coefficients = new double[TERMS];
        double factorial = 1;
        for (int i = 2; i < first; i++) {
            factorial *= i;
        }
        for (int i = 0; i < TERMS; i++) {
            factorial *= first + 2 * i;
            coefficients[i] = (first == 3 ? -1 : 1) * ((i & 1) == 0 ? 1 : -1) / factorial;
            factorial *= first + 2 * i + 1;
        }
        return coefficients;
    }

    static double sine(double angle) {
        if (isSpecial(angle)) {
            return angle == 0 ? angle : Double.NaN;
        }
        QuarterTurns turns = QuarterTurns.of(angle);
        double size = ((turns.count() & 1) == 0 ? sine(turns) : cosine(turns)).high();
        return (turns.count() & 2) == 0 ? size : -size;
    }

    static double cosine(double angle) {
        if (isSpecial(angle)) {
            return angle == 0 ? 1 : Double.NaN;
        }
        QuarterTurns turns = QuarterTurns.of(angle);
        double size = ((turns.count() & 1) == 0 ? cosine(turns) : sine(turns)).high();
        return turns.count() == 0 || turns.count() == 3 ? size : -size;
    }

    static double tangent(double angle) {
        if (isSpecial(angle)) {
            return angle == 0 ? angle : Double.NaN;
        }
        QuarterTurns turns = QuarterTurns.of(angle);
        return (turns.count() & 1) == 0 ? sine(turns).over(cosine(turns)).high() : -cosine(turns).over(sine(turns)).high();
    }

    /** Zero has a sign that sums would lose; infinite angles have no value. */
    private static boolean isSpecial(double angle) {
        return angle == 0 || !(Math.abs(angle) < Double.POSITIVE_INFINITY);
    }

    /** The sine of the rest. */
    static TwoPartDouble sine(QuarterTurns turns) {
        double r = turns.high();
        double square = r * r;
        return TwoPartDouble.ofSum(r, r * square * series(SINE, square) + turns.low() * (1 - square / 2));
    }

    /** The cosine of the rest. */
    static TwoPartDouble cosine(QuarterTurns turns) {
        double r = turns.high();
        double square = r * r;
        double half = square / 2;
        double first = 1 - half;
        double lost = 1 - first - half - Rounding.lostByProduct(r, r) / 2;
        return TwoPartDouble.ofSum(first, square * square * series(COSINE, square) + (lost - r * turns.low()));
    }

    private static double series(double[] coefficients, double square) {
        double result = 0;
        for (int i = TERMS - 1; i >= 0; i--) {
            result = result * square + coefficients[i];
        }
        return result;
    }
}
