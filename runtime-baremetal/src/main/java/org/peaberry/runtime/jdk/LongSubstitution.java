/** Long: bit operations that are one instruction, and unsigned text without big numbers. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.Long")
public final class LongSubstitution {
    private static final int DECIMAL = 10;

    private LongSubstitution() {
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.COUNT_TRAILING_ZEROS_LONG)
    static int numberOfTrailingZeros(long value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.COUNT_LEADING_ZEROS_LONG)
    static int numberOfLeadingZeros(long value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.REVERSE_BYTES_LONG)
    static long reverseBytes(long value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.ROTATE_LEFT_LONG)
    static long rotateLeft(long value, int distance) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.DIVIDE_UNSIGNED_LONG)
    static long divideUnsigned(long dividend, long divisor) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.REMAINDER_UNSIGNED_LONG)
    static long remainderUnsigned(long dividend, long divisor) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    static String toUnsignedString(long value) {
        if (value >= 0) {
            return Long.toString(value);
        }
        long upper = Long.divideUnsigned(value, DECIMAL);
        return Long.toString(upper).concat(Long.toString(value - upper * DECIMAL));
    }
}
