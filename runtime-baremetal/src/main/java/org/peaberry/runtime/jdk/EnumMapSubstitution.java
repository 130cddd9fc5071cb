/** EnumMap: the constants of its enum. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.util.EnumMap")
public final class EnumMapSubstitution {
    private EnumMapSubstitution() {
    }

    @Substitute
    static Object[] getKeyUniverse(Class<?> type) {
        return ClassSubstitution.getEnumConstantsShared(type);
    }
}
