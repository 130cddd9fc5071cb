/** A world over test classes and the JDK of this JVM, never closed: for tests of the front end and the passes. */
package org.peaberry.compiler.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.peaberry.runtime.unboxed.Address;

/** Without the runtime's substitutions: methods of the JDK are the JDK's own. */
public final class HostWorld implements World {
    private final Types types;
    private final ClassLoader loader;
    private final Path folder;
    private boolean hasFloatingPoint = true;

    /**
     * @param classes folder of class files
     * @param loader  loads the same classes into this JVM
     */
    public HostWorld(Path classes, ClassLoader loader) {
        types = new Types(new ClassPath(List.of(classes, vocabulary())));
        this.loader = loader;
        folder = classes;
    }

    /** Another world over the same classes. */
    public HostWorld again() {
        return new HostWorld(folder, loader);
    }

    /** The classes in the folder. */
    public List<ClassInfo> program() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> classNamed(f.getFileName().toString().replace(".class", ""))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that shows the runtime's packages but the one with substitutions. */
    private static Path vocabulary() {
        try {
            Path runtime = Path.of(Address.class.getProtectionDomain().getCodeSource().getLocation().getPath(), "org/peaberry/runtime");
            Path root = Files.createTempDirectory("vocabulary");
            root.toFile().deleteOnExit();
            Path shown = Files.createDirectories(root.resolve("org/peaberry/runtime"));
            try (Stream<Path> packages = Files.list(runtime)) {
                for (Path folder : packages.filter(p -> !p.endsWith("jdk")).toList()) {
                    Files.createSymbolicLink(shown.resolve(folder.getFileName()), folder);
                }
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ClassInfo classNamed(String name) {
        return types.classNamed(name);
    }

    @Override
    public ClassInfo typeOf(String descriptor) {
        return types.typeOf(descriptor);
    }

    @Override
    public FieldInfo resolveField(String owner, String name, String descriptor) {
        return types.resolveField(owner, name, descriptor);
    }

    @Override
    public MethodInfo resolveMethod(String owner, String name, String descriptor) {
        return types.resolveMethod(owner, name, descriptor);
    }

    @Override
    public MethodInfo selectMethod(ClassInfo receiverClass, MethodInfo resolved) {
        return Types.select(receiverClass, resolved);
    }

    @Override
    public MethodInfo soleTarget(MethodInfo resolved) {
        return !resolved.isVirtual() || resolved.owner().isFinal() ? resolved : null;
    }

    @Override
    public boolean isLeaf(ClassInfo type) {
        return type.isArray() ? type.component().isPrimitive() || isLeaf(type.component()) : type.isFinal();
    }

    @Override
    public boolean hasFloatingPoint() {
        return hasFloatingPoint;
    }

    /** As in bare-metal programs. */
    public void forbidFloatingPoint() {
        hasFloatingPoint = false;
    }

    /** Of strings only: they are what IR text has of objects. */
    @Override
    public boolean hasConstantValue(FieldInfo field, Object object) {
        return field.isFinal() && !field.isStatic() && object instanceof String;
    }

    @Override
    public Object constantValue(FieldInfo field, Object object) {
        return hostValue(field, object);
    }

    @Override
    public Object constantValue(FieldInfo field) {
        return hostValue(field, null);
    }

    private Object hostValue(FieldInfo field, Object object) {
        try {
            Field host = Class.forName(field.owner().binaryName(), true, loader).getDeclaredField(field.name());
            host.setAccessible(true);
            Object value = host.get(object);
            return field.type().isWord() ? (Object) WordValue.of(value) : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean hasConstantValue(FieldInfo field) {
        return field.isStatic() && field.isFinal() && !field.owner().name().startsWith("java/");
    }

    @Override
    public MethodInfo runtimeMethod(RuntimeMethod method) {
        return resolveMethod(method.owner(), method.methodName(), method.descriptor());
    }
}
