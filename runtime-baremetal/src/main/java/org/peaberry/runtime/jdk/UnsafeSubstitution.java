/** The JDK's Unsafe: arrays that need not be cleared. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("jdk.internal.misc.Unsafe")
public final class UnsafeSubstitution {
    private UnsafeSubstitution() {
    }

    @Substitute
    static Object allocateUninitializedArray(Object self, Class<?> component, int length) {
        if (component == byte.class) {
            return new byte[length];
        }
        if (component == char.class) {
            return new char[length];
        }
        if (component == int.class) {
            return new int[length];
        }
        if (component == long.class) {
            return new long[length];
        }
        throw new UnsupportedOperationException(component.getName());
    }
}
