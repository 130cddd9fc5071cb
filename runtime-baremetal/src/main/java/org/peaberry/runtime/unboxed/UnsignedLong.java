/** Unsigned comparison of 64-bit words. */
package org.peaberry.runtime.unboxed;

import static org.peaberry.runtime.annotation.Intrinsic.Operation.UNSIGNED_LESS_THAN_LONG;

import org.peaberry.runtime.annotation.Intrinsic;

final class UnsignedLong {
    private UnsignedLong() {
    }

    @Intrinsic(UNSIGNED_LESS_THAN_LONG)
    static boolean isBelow(long left, long right) {
        return Long.compareUnsigned(left, right) < 0;
    }
}
