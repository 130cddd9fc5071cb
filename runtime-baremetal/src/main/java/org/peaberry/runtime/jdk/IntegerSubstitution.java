/** Integer: bit operations that are one instruction. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.Integer")
public final class IntegerSubstitution {
    private IntegerSubstitution() {
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.COUNT_TRAILING_ZEROS_INT)
    static int numberOfTrailingZeros(int value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.COUNT_LEADING_ZEROS_INT)
    static int numberOfLeadingZeros(int value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.REVERSE_BYTES_INT)
    static int reverseBytes(int value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.ROTATE_LEFT_INT)
    static int rotateLeft(int value, int distance) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.DIVIDE_UNSIGNED_INT)
    static int divideUnsigned(int dividend, int divisor) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.REMAINDER_UNSIGNED_INT)
    static int remainderUnsigned(int dividend, int divisor) {
        throw new UnsupportedOperationException();
    }
}
