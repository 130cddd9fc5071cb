/** A number as the sum of two doubles, of which the second is at most half a unit in the last place of the first. */
package org.peaberry.runtime.jdk;

/** @param high the number, rounded
 * @param low what rounding took from it */
record TwoPartDouble(double high, double low) {
    /** @param small smaller than the other one */
    static TwoPartDouble ofSum(double large, double small) {
        double sum = large + small;
        return new TwoPartDouble(sum, small - (sum - large));
    }

    TwoPartDouble plus(double other) {
        return ofSum(high + other, Rounding.lostBySum(high, other) + low);
    }

    TwoPartDouble over(TwoPartDouble divisor) {
        double quotient = high / divisor.high;
        double rest = high - quotient * divisor.high - Rounding.lostByProduct(quotient, divisor.high);
        return ofSum(quotient, (rest + low - quotient * divisor.low) / divisor.high);
    }

    /** Of a number above 0. */
    TwoPartDouble squareRoot() {
        double root = Math.sqrt(high);
        return ofSum(root, (high - root * root - Rounding.lostByProduct(root, root) + low) / (2 * root));
    }
}
