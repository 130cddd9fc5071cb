/** An angle as a number of right angles and a rest of at most half of one, in two parts. */
package org.peaberry.runtime.jdk;

import java.math.BigInteger;

/**
 * The angle is m 2^e; times 2/π, less what is a multiple of 4, it is computed with 256 bits: enough for angles that nearly are multiples of π/2, of
 * which no double is nearer than 2^-62 (Payne and Hanek, "Radian reduction for trigonometric functions").
 *
 * @param count of right angles, modulo 4
 * @param high  the rest, rounded
 * @param low   what rounding took from it
 */
record QuarterTurns(int count, double high, double low) {
    private static final double QUARTER_PI = Math.PI / 4;
    private static final double HALF_PI_HIGH = Math.PI / 2;
    private static final double HALF_PI_LOW = 6.123233995736766e-17;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final int WORDS = 4;
    /** The first words are for angles below 1, the last ones for the greatest double. */
    private static final int LEADING_ZEROS = 64;
    private static final long[] TWO_OVER_PI = twoOverPi(20);
    /** Of 64 bits, those that a double cannot hold. */
    private static final int LOST_BITS = 11;

    /** Bits of 2/π, behind a word of zeros. On the build host. */
    private static long[] twoOverPi(int words) {
        int bits = words * Long.SIZE;
        BigInteger pi = inverseTangent(5, 2 * bits).shiftLeft(2).subtract(inverseTangent(239, 2 * bits)).shiftLeft(2);
        BigInteger quotient = BigInteger.ONE.shiftLeft(3 * bits + 1).divide(pi);
        long[] table = new long[words + 1];
        for (int i = 1; i <= words; i++) {
            table[i] = quotient.shiftRight(bits - i * Long.SIZE).longValue();
        }
        return table;
    }

    /** The angle whose tangent is 1/x, times 2^bits: 1/x - 1/(3 x^3) + 1/(5 x^5) - … (Machin). */
    private static BigInteger inverseTangent(int x, int bits) {
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(x));
        BigInteger sum = BigInteger.ZERO;
        for (int n = 1; power.signum() != 0; n += 2) {
            BigInteger term = power.divide(BigInteger.valueOf(n));
            sum = (n & 2) == 0 ? sum.add(term) : sum.subtract(term);
            power = power.divide(BigInteger.valueOf((long) x * x));
        }
        return sum;
    }

    /** @param angle in radians, finite */
    static QuarterTurns of(double angle) {
        double size = Math.abs(angle);
        if (size <= QUARTER_PI) {
            return new QuarterTurns(0, angle, 0);
        }
        QuarterTurns turns = ofPositive(size);
        return angle < 0 ? new QuarterTurns(-turns.count & 3, -turns.high, -turns.low) : turns;
    }

    private static QuarterTurns ofPositive(double angle) {
        long m = Double.doubleToRawLongBits(angle) & FRACTION | 1L << FRACTION_BITS;
        int first = Math.getExponent(angle) - FRACTION_BITS - 2 + LEADING_ZEROS;
        long high = 0;
        long middle = 0;
        long low = 0;
        long carry = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            long word = bits(first + i * Long.SIZE);
            long product = m * word + carry;
            carry = Math.multiplyHigh(m, word) + (word >> Long.SIZE - 1 & m) + (Long.compareUnsigned(product, carry) < 0 ? 1 : 0);
            low = middle;
            middle = high;
            high = product;
        }
        return ofProduct(high, middle, low);
    }

    /** 64 bits of 2/π. */
    private static long bits(int first) {
        int word = first / Long.SIZE;
        int shift = first % Long.SIZE;
        return shift == 0 ? TWO_OVER_PI[word] : TWO_OVER_PI[word] << shift | TWO_OVER_PI[word + 1] >>> -shift;
    }

    /** The first two bits of the product count right angles; the others are a fraction of one. */
    private static QuarterTurns ofProduct(long high, long middle, long low) {
        long fraction = high << 2 | middle >>> -2;
        long rest = middle << 2 | low >>> -2;
        int count = (int) (high >>> -2) + (fraction < 0 ? 1 : 0);
        int zeros = Long.numberOfLeadingZeros(fraction ^ fraction >> Long.SIZE - 1) - 1;
        if (zeros > 0) {
            fraction = fraction << zeros | rest >>> -zeros;
            rest <<= zeros;
        }
        long kept = fraction >> LOST_BITS << LOST_BITS;
        double scale = Math.scalb(1.0, -Long.SIZE - zeros);
        return ofFraction(count & 3, kept * scale, ((fraction - kept) + (rest >>> 1) * 0x1p-63) * scale);
    }

    private static QuarterTurns ofFraction(int count, double high, double low) {
        double product = high * HALF_PI_HIGH;
        double lost = Rounding.lostByProduct(high, HALF_PI_HIGH) + high * HALF_PI_LOW + low * HALF_PI_HIGH;
        double sum = product + lost;
        return new QuarterTurns(count, sum, lost - (sum - product));
    }
}
