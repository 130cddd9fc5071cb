/** Float: its bits. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.Float")
public final class FloatSubstitution {
    private FloatSubstitution() {
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.FLOATING_POINT_BITS)
    static int floatToRawIntBits(float value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.FLOATING_POINT_BITS)
    static float intBitsToFloat(int bits) {
        throw new UnsupportedOperationException();
    }
}
