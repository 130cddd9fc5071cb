/** EnumSet: the constants of its enum. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.util.EnumSet")
public final class EnumSetSubstitution {
    private EnumSetSubstitution() {
    }

    @Substitute
    static Object[] getUniverse(Class<?> type) {
        return ClassSubstitution.getEnumConstantsShared(type);
    }
}
