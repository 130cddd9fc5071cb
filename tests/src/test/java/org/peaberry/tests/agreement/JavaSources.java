/** Sources of a package, compiled by javac in memory of its own folder; javac's errors by file and line. */
package org.peaberry.tests.agreement;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

final class JavaSources {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private JavaSources() {
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /**
     * Compiles texts by path.
     *
     * @return the lines of errors by path; nothing was written unless it is empty
     * @throws IllegalStateException when javac fails without an error in the texts
     */
    static Map<String, TreeSet<Integer>> compile(Map<String, String> texts, Path classes) throws IOException {
        Files.createDirectories(classes);
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(new Text(path, text)));
        boolean isComplete;
        try (StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-g", "-nowarn", "-proc:none", "-Xmaxerrs", "100000", "--release", "17", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            isComplete = COMPILER.getTask(new StringWriter(), manager, problems, options, null, files).call();
        }
        Map<String, TreeSet<Integer>> errors = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                errors.computeIfAbsent(problem.getSource().getName().substring(1), path -> new TreeSet<>()).add((int) problem.getLineNumber());
            }
        }
        if (!isComplete && errors.isEmpty()) {
            throw new IllegalStateException("javac itself failed");
        }
        return errors;
    }
}
