/** Math: what is one instruction. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.Math")
public final class MathSubstitution {
    private MathSubstitution() {
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.MULTIPLY_HIGH)
    static long multiplyHigh(long left, long right) {
        throw new UnsupportedOperationException();
    }
}
