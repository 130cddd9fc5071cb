/** The program on the host JVM: runs its static initializers and reads what they left. */
package org.peaberry.compiler.heap;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClassPath;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.UnresolvedReference;

/** Classes are initialized when a static field of theirs is first asked for, as the JVM does. */
public final class HostProgram {
    private static final Map<String, Class<?>> PRIMITIVES = Map.of("Z", boolean.class, "B", byte.class, "S", short.class, "C", char.class,
            "I", int.class, "J", long.class, "F", float.class, "D", double.class, "V", void.class);

    /** Fields of PrintStream; the runtime's streams write UTF-8 by themselves. */
    private static final Set<String> ENCODERS = Set.of("textOut", "charOut");

    private final ClassLoader loader;
    private final Map<FieldInfo, HostField> fields = new HashMap<>();

    public HostProgram(ClassPath classPath) {
        loader = new ProgramLoader(classPath);
    }

    /** The host's class of a type, not initialized. */
    public Class<?> classOf(ClassInfo type) {
        if (type.isPrimitive()) {
            return PRIMITIVES.get(type.name());
        }
        return load(type, false);
    }

    private Class<?> load(ClassInfo type, boolean initialize) {
        try {
            return Class.forName(type.binaryName(), initialize, loader);
        } catch (ClassNotFoundException e) {
            throw new UnresolvedReference(UnresolvedReference.Kind.CLASS, type.name(), "error: class " + type.binaryName() + " cannot be loaded on the host: " + e);
        } catch (LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnresolvedReference(UnresolvedReference.Kind.INITIALIZATION, type.binaryName(), "error: the static initializer of " + type.binaryName()
                    + " failed on the build host: " + cause + at(cause) + "\n  static initializers run at build time and must not touch the machine; do this at run time");
        }
    }

    private static String at(Throwable cause) {
        return cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
    }

    /** Value of a static field after its class was initialized. */
    public Object staticValue(FieldInfo field) {
        load(field.owner(), true);
        return read(field, null);
    }

    /** Value of an instance field that it has in the image. */
    public Object fieldValue(FieldInfo field, Object object) {
        if (object instanceof Throwable && field.name().equals("backtrace")) {
            // The build host's stack says nothing on the machine.
            return null;
        }
        if (object instanceof Throwable && field.name().equals("depth")) {
            return 0;
        }
        if (object instanceof Class<?> && field.name().equals(ObjectWriter.FIELD_OF_TYPE)) {
            return null;
        }
        if (object instanceof PrintStream && ENCODERS.contains(field.name())) {
            return null;
        }
        if (object.getClass().isHidden()) {
            return JdkLambdas.captured(object, field.name());
        }
        return read(field, object);
    }

    private Object read(FieldInfo field, Object object) {
        return fields.computeIfAbsent(field, f -> HostField.of(f, this)).read(object);
    }
}
