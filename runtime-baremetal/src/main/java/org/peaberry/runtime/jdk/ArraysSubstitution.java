/** Arrays: copies of object arrays, whose element type reflection would find. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.allocation.Allocation;
import org.peaberry.runtime.object.ObjectAccess;

@Substitution("java.util.Arrays")
public final class ArraysSubstitution {
    private ArraysSubstitution() {
    }

    @Substitute
    static Object[] copyOf(Object[] original, int newLength) {
        return copyOfRange(original, 0, newLength);
    }

    @Substitute
    static Object[] copyOfRange(Object[] original, int from, int to) {
        if (from > to) {
            throw new IllegalArgumentException(from + " > " + to);
        }
        Object[] copy = (Object[]) Allocation.allocateArray(ObjectAccess.typeOf(original), to - from);
        System.arraycopy(original, from, copy, 0, Math.min(original.length - from, to - from));
        return copy;
    }
}
