/** Class: the few questions that need no reflection. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.TypeInformation;

@Substitution("java.lang.Class")
public final class ClassSubstitution {
    private ClassSubstitution() {
    }

    @Substitute
    static String getName(Class<?> self) {
        return name(self);
    }

    /** Of local and anonymous classes it is what stands behind their number. */
    @Substitute
    static String getSimpleName(Class<?> self) {
        Class<?> element = self;
        String brackets = "";
        while (isArray(element)) {
            element = getComponentType(element);
            brackets = brackets.concat("[]");
        }
        return simpleName(name(element)).concat(brackets);
    }

    private static String simpleName(String full) {
        int nested = full.lastIndexOf('$') + 1;
        int start = Math.max(full.lastIndexOf('.') + 1, nested);
        while (nested > 0 && start < full.length() && full.charAt(start) >= '0' && full.charAt(start) <= '9') {
            start++;
        }
        return full.substring(start);
    }

    @Substitute
    static String toString(Class<?> self) {
        return isPrimitive(self) ? name(self) : (isInterface(self) ? "interface " : "class ") + name(self);
    }

    @Substitute
    static boolean isPrimitive(Class<?> self) {
        return type(self) == null;
    }

    @Substitute
    static boolean isArray(Class<?> self) {
        TypeInformation type = type(self);
        return type != null && type.elementShift != TypeInformation.NOT_AN_ARRAY;
    }

    @Substitute
    static boolean isInterface(Class<?> self) {
        TypeInformation type = type(self);
        return type != null && type.interfaceBit >= 0 && type.elementShift == TypeInformation.NOT_AN_ARRAY;
    }

    @Substitute
    static boolean isEnum(Class<?> self) {
        return getSuperclass(self) == Enum.class;
    }

    @Substitute
    static boolean isInstance(Class<?> self, Object object) {
        TypeInformation type = type(self);
        return object != null && type != null && ObjectAccess.typeOf(object).isSubtypeOf(type);
    }

    @Substitute
    static boolean isAssignableFrom(Class<?> self, Class<?> other) {
        TypeInformation type = type(self);
        TypeInformation otherType = type(other);
        return type == null || otherType == null ? self == other : otherType.isSubtypeOf(type);
    }

    /** That of arrays is Object, other than in the numbering of types. */
    @Substitute
    static Class<?> getSuperclass(Class<?> self) {
        TypeInformation type = type(self);
        if (type == null || type.superclass == null || isInterface(self)) {
            return null;
        }
        return type.elementShift == TypeInformation.NOT_AN_ARRAY ? type.superclass.mirror : Object.class;
    }

    @Substitute
    static Class<?> getComponentType(Class<?> self) {
        if (!isArray(self)) {
            return null;
        }
        TypeInformation component = type(self).component;
        return component != null ? component.mirror : primitive(name(self).charAt(1));
    }

    /** By its descriptor. JVMS §4.3.2. */
    private static Class<?> primitive(char descriptor) {
        return switch (descriptor) {
            case 'Z' -> boolean.class;
            case 'B' -> byte.class;
            case 'C' -> char.class;
            case 'S' -> short.class;
            case 'I' -> int.class;
            case 'J' -> long.class;
            case 'F' -> float.class;
            default -> double.class;
        };
    }

    /** The compiler has filled the class's list of constants. */
    @Substitute
    static Object[] getEnumConstants(Class<?> self) {
        Object[] constants = getEnumConstantsShared(self);
        return constants == null ? null : constants.clone();
    }

    @Substitute
    static Object[] getEnumConstantsShared(Class<?> self) {
        return (Object[]) constants(self);
    }

    /** Null for a primitive type. */
    static TypeInformation type(Class<?> self) {
        return (TypeInformation) typeInformation(self);
    }

    /** The compiler has put it there. */
    @HiddenField(owner = "java.lang.Class", name = "reflectionData")
    private static native Object typeInformation(Class<?> self);

    @HiddenField(owner = "java.lang.Class", name = "enumConstants")
    private static native Object constants(Class<?> self);

    @Substitute
    static boolean desiredAssertionStatus(Class<?> self) {
        return false;
    }

    @HiddenField(owner = "java.lang.Class", name = "name")
    private static native String name(Class<?> self);
}
