/** Java source files of a kernel, to class files by the JDK's own compiler. */
package org.peaberry.boot.kernel;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.peaberry.boot.host.BuildException;

final class JavaSources {
    private static final String ENDING = ".java";
    /** Java of the dialect, with the names of local variables for debuggers. */
    private static final List<String> OPTIONS = List.of("--release", "17", "-g", "-implicit:class");

    private final List<Path> files;

    private JavaSources(List<Path> files) {
        this.files = files;
    }

    static boolean isSource(Path file) {
        return file.toString().endsWith(ENDING);
    }

    /** @param places source files, and folders with some in them at any depth */
    static JavaSources in(List<Path> places) {
        List<Path> all = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(JavaSources::isSource).sorted().forEach(all::add);
            } catch (IOException e) {
                throw new BuildException("cannot read " + place, e);
            }
        }
        return new JavaSources(all);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The class that the first file is named after. */
    String firstClass(Path classes) {
        String name = files.get(0).getFileName().toString().replaceAll("\\.java$", ".class");
        try (Stream<Path> all = Files.walk(classes)) {
            Path file = all.filter(path -> path.endsWith(name)).findFirst().orElseThrow(() -> new BuildException(files.get(0)
                    + " has no class of its name: say with --main which class starts"));
            return classes.relativize(file).toString().replaceAll("\\.class$", "").replace('/', '.');
        } catch (IOException e) {
            throw new BuildException("cannot read " + classes, e);
        }
    }

    /**
     * Compiles all files.
     *
     * @param classPath what they may use
     * @param classes an existing folder, for the class files
     * @throws KernelErrors what the Java compiler says when it refuses them
     */
    void compile(String classPath, Path classes) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-classpath", classPath, "-d", classes.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files)).call();
            if (!done) {
                throw new KernelErrors(messages.toString());
            }
        } catch (IOException e) {
            throw new BuildException("the Java compiler cannot close its files", e);
        }
    }
}
