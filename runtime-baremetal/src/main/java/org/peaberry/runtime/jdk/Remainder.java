/** What is left when the nearest multiple is taken away (IEEE 754, 5.3.1). */
package org.peaberry.runtime.jdk;

final class Remainder {
    private Remainder() {
    }

    static double of(double dividend, double divisor) {
        double size = Math.abs(divisor);
        if (!(Math.abs(dividend) < Double.POSITIVE_INFINITY) || size == 0 || Double.isNaN(size)) {
            return Double.NaN;
        }
        double rest = Math.abs(size <= Double.MAX_VALUE / 2 ? dividend % (2 * size) : dividend);
        return Double.doubleToRawLongBits(dividend) < 0 ? -nearest(rest, size) : nearest(rest, size);
    }

    /** Of a number below twice the divisor; half of it has to be exact, or twice the number. */
    private static double nearest(double rest, double divisor) {
        double result = rest;
        if (divisor < 2 * Double.MIN_NORMAL) {
            result -= result + result > divisor ? divisor : 0;
            result -= rest != result && result + result >= divisor ? divisor : 0;
        } else {
            result -= result > divisor / 2 ? divisor : 0;
            result -= rest != result && result >= divisor / 2 ? divisor : 0;
        }
        return result;
    }
}
