/** Whether a value of one type can be passed where another is asked for. */
package org.peaberry.verifier.model;

import java.util.List;

final class Conversion {
    private static final List<String> WIDENING = List.of("byte", "short", "int", "long", "float", "double");

    private Conversion() {
    }

    /** False only when it certainly cannot. */
    static boolean isPossible(Type actual, Type formal) {
        if (actual.isUnknown() || formal.isUnknown() || actual.equals(formal)) {
            return true;
        }
        if (actual.isPrimitive() && formal.isPrimitive()) {
            return isWidening(actual.name(), formal.name());
        }
        if (actual.isPrimitive()) {
            return !formal.isArray() && formal.declaration() == null && !formal.isString();
        }
        if (formal.isPrimitive()) {
            return !actual.isArray() && actual.declaration() == null && !actual.isString() && !actual.equals(Type.NULL);
        }
        return isReferencePossible(actual, formal);
    }

    private static boolean isReferencePossible(Type actual, Type formal) {
        if (actual.equals(Type.NULL) || formal.name().equals("java.lang.Object")) {
            return true;
        }
        if (actual.dimensions() != formal.dimensions()) {
            return isOpen(actual) || isOpen(formal);
        }
        if (actual.declaration() != null && formal.declaration() != null) {
            return isSubtype(actual, formal);
        }
        boolean isDifferentKind = actual.isString() && formal.declaration() != null || formal.isString() && actual.declaration() != null;
        return !isDifferentKind;
    }

    /** A type variable or a type of the JDK: it may be anything. */
    private static boolean isOpen(Type type) {
        return type.declaration() == null && type.dimensions() == 0 && !type.isPrimitive();
    }

    static boolean isSubtype(Type actual, Type formal) {
        return actual.declaration().withSupertypes().contains(formal.declaration());
    }

    /** Whether it fits without boxing and without going to Object. */
    static boolean isClose(Type actual, Type formal) {
        boolean areDeclared = actual.declaration() != null && formal.declaration() != null;
        return actual.isPrimitive() == formal.isPrimitive() && (actual.isPrimitive() || areDeclared);
    }

    private static boolean isWidening(String from, String to) {
        if (from.equals("char")) {
            return WIDENING.indexOf(to) >= WIDENING.indexOf("int");
        }
        return from.equals("boolean") || to.equals("boolean") || to.equals("char") ? from.equals(to)
                : WIDENING.indexOf(from) <= WIDENING.indexOf(to);
    }
}
