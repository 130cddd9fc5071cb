/** Double: its bits. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.Double")
public final class DoubleSubstitution {
    private DoubleSubstitution() {
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.FLOATING_POINT_BITS)
    static long doubleToRawLongBits(double value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.FLOATING_POINT_BITS)
    static double longBitsToDouble(long bits) {
        throw new UnsupportedOperationException();
    }
}
