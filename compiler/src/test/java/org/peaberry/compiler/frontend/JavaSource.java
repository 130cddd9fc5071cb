/** Compiles Java source of a test into a temporary folder. */
package org.peaberry.compiler.frontend;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.peaberry.compiler.world.HostWorld;

/** The classes, in a world and in this JVM. */
public record JavaSource(HostWorld world, ClassLoader loader) {
    /** @param className of the one public class */
    public static JavaSource compile(String className, String source) {
        try {
            Path folder = Files.createTempDirectory("classes");
            javac(className, source, folder);
            ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaSource.class.getClassLoader());
            return new JavaSource(new HostWorld(folder, loader), loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same classes in a world of their own, where no method has a graph yet. */
    public JavaSource inNewWorld() {
        return new JavaSource(world.again(), loader);
    }

    private static void javac(String className, String source, Path folder) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        var unit = new SimpleJavaFileObject(URI.create("string:///" + className + ".java"), javax.tools.JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of("-g", "-d", folder.toString(), "-classpath", classPath);
        if (!javac.getTask(messages, null, null, options, null, List.of(unit)).call()) {
            throw new IllegalArgumentException(messages.toString());
        }
    }
}
