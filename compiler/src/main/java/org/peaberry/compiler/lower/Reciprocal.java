/** The multiplier and shift that divide by a constant: Warren, "Hacker's Delight", §10-1. */
package org.peaberry.compiler.lower;

import java.math.BigInteger;

/**
 * The quotient of a signed n of so many bits is the product of n and the multiplier, shifted right by bits + shift (an arithmetic
 * shift), and one more for a negative n.
 *
 * @param multiplier as an unsigned number of the same width
 * @param shift      beyond the width
 */
record Reciprocal(BigInteger multiplier, int shift) {
    /** @param divisor at least 2 */
    static Reciprocal of(long divisor, int bits) {
        BigInteger d = BigInteger.valueOf(divisor);
        BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
        BigInteger largest = half.subtract(BigInteger.ONE).subtract(half.mod(d));
        int exponent = bits;
        while (missing(d, exponent).multiply(largest).compareTo(BigInteger.ONE.shiftLeft(exponent)) >= 0) {
            exponent++;
        }
        BigInteger multiplier = BigInteger.ONE.shiftLeft(exponent).add(missing(d, exponent)).divide(d);
        return new Reciprocal(multiplier, exponent - bits);
    }

    /** What the power of two lacks to the next multiple of the divisor. */
    private static BigInteger missing(BigInteger divisor, int exponent) {
        return divisor.subtract(BigInteger.ONE.shiftLeft(exponent).mod(divisor));
    }
}
