/** Enum: constants by name, without the JDK's map of them. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.TypeInformation;

@Substitution("java.lang.Enum")
public final class EnumSubstitution {
    private EnumSubstitution() {
    }

    /** The compiler has filled the class's list of constants. */
    @Substitute
    static Enum<?> valueOf(Class<?> type, String name) {
        for (Object constant : (Object[]) constants(type)) {
            Enum<?> candidate = (Enum<?>) constant;
            if (candidate.name().equals(name)) {
                return candidate;
            }
        }
        if (name == null) {
            throw new NullPointerException("Name is null");
        }
        throw new IllegalArgumentException("No enum constant " + type.getName().replace('$', '.') + "." + name);
    }

    @Substitute
    static int compareTo(Enum<?> self, Enum<?> other) {
        if (getDeclaringClass(self) != getDeclaringClass(other)) {
            throw new ClassCastException();
        }
        return self.ordinal() - other.ordinal();
    }

    /** A constant with a body is of a class of its own, below the enum's. */
    @Substitute
    static Class<?> getDeclaringClass(Enum<?> self) {
        TypeInformation type = ObjectAccess.typeOf(self);
        return type.superclass.superclass.superclass == null ? type.mirror : type.superclass.mirror;
    }

    @HiddenField(owner = "java.lang.Class", name = "enumConstants")
    private static native Object constants(Class<?> type);
}
