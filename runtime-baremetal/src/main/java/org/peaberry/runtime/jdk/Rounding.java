/** What rounding takes from sums and products of doubles (Dekker, "A floating-point technique for extending the available precision"). */
package org.peaberry.runtime.jdk;

final class Rounding {
    /** 2^27 + 1: a product with it splits a number into halves. */
    private static final double SPLITTER = 0x1p27 + 1;

    private Rounding() {
    }

    /** What the exact product has beyond the rounded one; both are far from overflow. */
    static double lostByProduct(double a, double b) {
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

    /** What the exact sum has beyond the rounded one. */
    static double lostBySum(double a, double b) {
        double sum = a + b;
        double part = sum - a;
        return a - (sum - part) + (b - part);
    }

    /** The sum of three, of which the last is small, rounded once. */
    static double sum(double a, double b, double small) {
        return a + b + (lostBySum(a, b) + small);
    }
}
