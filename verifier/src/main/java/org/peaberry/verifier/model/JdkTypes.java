/** What the JDK's own classes say about themselves. */
package org.peaberry.verifier.model;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class JdkTypes {
    private static final Map<String, Optional<Class<?>>> CLASSES = new ConcurrentHashMap<>();

    private JdkTypes() {
    }

    static boolean exists(String name) {
        return find(name) != null;
    }

    /** The class, or null; only of packages under {@code java}. */
    static Class<?> find(String name) {
        return CLASSES.computeIfAbsent(name, JdkTypes::load).orElse(null);
    }

    private static Optional<Class<?>> load(String name) {
        if (!name.startsWith("java.")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Class.forName(name, false, null));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** Public methods of a name that take so many arguments. */
    static List<Method> methods(String type, String method, int arguments) {
        List<Method> found = new ArrayList<>();
        Class<?> declaring = find(type);
        if (declaring != null) {
            for (Method candidate : declaring.getMethods()) {
                boolean fits = candidate.isVarArgs() ? arguments >= candidate.getParameterCount() - 1 : candidate.getParameterCount() == arguments;
                if (candidate.getName().equals(method) && fits) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    /** The type of a public field, or unknown. */
    static Type field(String type, String field) {
        Class<?> declaring = find(type);
        try {
            return declaring == null ? Type.UNKNOWN : type(declaring.getField(field).getType());
        } catch (NoSuchFieldException absent) {
            return Type.UNKNOWN;
        }
    }

    static Type type(Class<?> type) {
        int dimensions = 0;
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
            dimensions++;
        }
        return Type.of(element.getName().replace('$', '.')).array(dimensions);
    }
}
