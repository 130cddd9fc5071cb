/** Loads the program on the host JVM, with its lambdas replaced as in the image. */
package org.peaberry.compiler.heap;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.peaberry.compiler.world.ClassPath;
import org.peaberry.compiler.world.desugar.LambdaClass;
import org.peaberry.compiler.world.desugar.Lambdas;

/** So that a lambda that a static initializer keeps is an object of an ordinary class, which can be in the image. */
final class ProgramLoader extends URLClassLoader {
    private final ClassPath classPath;
    private final Map<String, byte[]> lambdas = new HashMap<>();

    ProgramLoader(ClassPath classPath) {
        super(classPath.entries().stream().map(ProgramLoader::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.classPath = classPath;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String internalName = name.replace('.', '/');
        String owner = LambdaClass.ownerOf(internalName);
        if (owner != null) {
            return findLambda(name, owner);
        }
        if (!classPath.isProgramClass(internalName)) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = withoutLambdas(classPath.find(internalName));
        return defineClass(name, bytes, 0, bytes.length);
    }

    private Class<?> findLambda(String name, String owner) throws ClassNotFoundException {
        Class<?> neighbour = loadClass(owner.replace('/', '.'));
        if (neighbour.getClassLoader() != this) {
            withoutLambdas(classPath.find(owner));
        }
        byte[] bytes = lambdas.get(name.replace('.', '/'));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return neighbour.getClassLoader() == this ? defineClass(name, bytes, 0, bytes.length) : JdkLambdas.define(neighbour, bytes);
    }

    /** The class file as it is in the image: of a multi-release jar the base one, and without lambdas. */
    private byte[] withoutLambdas(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        if (!Lambdas.isIn(node)) {
            return bytes;
        }
        for (LambdaClass lambda : Lambdas.replace(node)) {
            lambdas.put(lambda.node().name, write(lambda.node()));
        }
        return write(node);
    }

    private static byte[] write(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }
}
