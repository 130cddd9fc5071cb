/** Class: the few questions that need no reflection. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.annotation.HiddenField;

@Substitution("java.lang.Class")
public final class ClassSubstitution {
    private ClassSubstitution() {
    }

    @Substitute
    static String getName(Class<?> self) {
        return name(self);
    }

    @Substitute
    static String getSimpleName(Class<?> self) {
        String full = name(self);
        int start = Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1;
        return full.substring(start);
    }

    @Substitute
    static String toString(Class<?> self) {
        return "class " + name(self);
    }

    @Substitute
    static boolean desiredAssertionStatus(Class<?> self) {
        return false;
    }

    @HiddenField(owner = "java.lang.Class", name = "name")
    private static native String name(Class<?> self);
}
