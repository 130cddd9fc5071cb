/** The test programs of a folder, compiled by javac all at once. */
package org.peaberry.tests.differential;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

final class Programs {
    /** Folder of the test programs' sources. */
    static final Path SOURCES = Path.of("src/test/programs");
    private static final Path OUTPUT = Path.of("target/differential");

    private final List<Program> programs;
    private final Path classes;

    private Programs(List<Program> programs, Path classes) {
        this.programs = programs;
        this.classes = classes;
    }

    /** @param folder below {@link #SOURCES}; part of the package name */
    static Programs compile(String folder) {
        try {
            List<Path> sources = sources(SOURCES.resolve(folder));
            Path classes = Files.createDirectories(OUTPUT.resolve("classes"));
            javac(sources, classes);
            List<Program> programs = new ArrayList<>();
            for (Path source : sources) {
                programs.add(Program.read(SOURCES, source));
            }
            return new Programs(programs, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static void javac(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-g", "-nowarn", "-proc:none", "--release", "17", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
            if (!done) {
                throw new IllegalStateException("javac: " + messages);
            }
        }
    }

    List<Program> all() {
        return programs;
    }

    /** Where the class files are. */
    Path classes() {
        return classes;
    }
}
