/** Floating-point operations of Java that no single instruction does: conversions to integers, and remainders. */
package org.peaberry.runtime.arithmetic;

import org.peaberry.runtime.annotation.Intrinsic;

/** The compiler puts calls of these methods in the place of the bytecodes. JLS §5.1.3, §15.17.3. */
public final class FloatingPoint {
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final long SIGN = Long.MIN_VALUE;
    private static final int LARGEST_EXPONENT = 0x7ff;

    private FloatingPoint() {
    }

    /** d2i. */
    public static int toInt(double value) {
        int truncated = truncateToInt(value);
        if (truncated != Integer.MIN_VALUE) {
            return truncated;
        }
        return value != value ? 0 : value < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }

    /** d2l. */
    public static long toLong(double value) {
        long truncated = truncateToLong(value);
        if (truncated != Long.MIN_VALUE) {
            return truncated;
        }
        return value != value ? 0 : value < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** f2i. */
    public static int toInt(float value) {
        return toInt((double) value);
    }

    /** f2l. */
    public static long toLong(float value) {
        return toLong((double) value);
    }

    /** The smallest int when the value is not a number or out of range. */
    @Intrinsic(Intrinsic.Operation.TRUNCATE)
    private static int truncateToInt(double value) {
        throw new UnsupportedOperationException();
    }

    /** The smallest long when the value is not a number or out of range. */
    @Intrinsic(Intrinsic.Operation.TRUNCATE)
    private static long truncateToLong(double value) {
        throw new UnsupportedOperationException();
    }

    /** frem: the remainder of two floats is a float, and so is exact as a double. */
    public static float remainder(float dividend, float divisor) {
        return (float) remainder((double) dividend, (double) divisor);
    }

    /** drem: what is left when the dividend is reduced, step by step, by the divisor times a power of two. It has the dividend's sign. */
    public static double remainder(double dividend, double divisor) {
        long bits = Double.doubleToRawLongBits(dividend);
        long left = bits & ~SIGN;
        long right = Double.doubleToRawLongBits(divisor) & ~SIGN;
        long infinity = (long) LARGEST_EXPONENT << FRACTION_BITS;
        if (left >= infinity || right > infinity || right == 0) {
            return Double.NaN;
        }
        if (left < right) {
            return dividend;
        }
        return Double.longBitsToDouble(bits & SIGN | reduce(left, right));
    }

    /** Both positive and finite, given and returned as bits. */
    private static long reduce(long left, long right) {
        int lowest = exponent(right);
        long step = significand(right);
        long rest = significand(left) % step;
        for (int exponent = exponent(left); exponent > lowest; exponent--) {
            rest <<= 1;
            rest = rest >= step ? rest - step : rest;
        }
        return assemble(rest, lowest);
    }

    /** Of the significand's lowest bit, subnormal numbers having that of the smallest normal ones. */
    private static int exponent(long bits) {
        return Math.max((int) (bits >>> FRACTION_BITS), 1);
    }

    private static long significand(long bits) {
        long fraction = bits & FRACTION;
        return bits >>> FRACTION_BITS == 0 ? fraction : fraction | FRACTION + 1;
    }

    private static long assemble(long significand, int exponent) {
        if (significand == 0) {
            return 0;
        }
        int shift = Math.min(Long.numberOfLeadingZeros(significand) - (Long.SIZE - 1 - FRACTION_BITS), exponent - 1);
        long shifted = significand << shift;
        return shifted > FRACTION ? (long) (exponent - shift) << FRACTION_BITS | shifted & FRACTION : shifted;
    }
}
