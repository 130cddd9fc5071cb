/** Comparison of arrays: the JDK's loop over elements does it all, not just the rest that vectors leave. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("jdk.internal.util.ArraysSupport")
public final class ArraysSupportSubstitution {
    private ArraysSupportSubstitution() {
    }

    /** The complement of the number of elements that are left to be compared. */
    @Substitute
    static int vectorizedMismatch(Object left, long leftOffset, Object right, long rightOffset, int length, int scale) {
        return ~length;
    }
}
