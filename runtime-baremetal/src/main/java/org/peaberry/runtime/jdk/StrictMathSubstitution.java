/** StrictMath: square roots and logarithms. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.StrictMath")
public final class StrictMathSubstitution {
    private StrictMathSubstitution() {
    }

    @Substitute
    @Intrinsic(Intrinsic.Operation.SQUARE_ROOT)
    static double sqrt(double value) {
        throw new UnsupportedOperationException();
    }

    @Substitute
    static double log(double value) {
        return Logarithm.of(value);
    }
}
