/** Runs programs on the JVM: in this one where they return, in one of their own where they exit or throw. */
package org.peaberry.tests.differential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class HotSpot {
    private final Path classes;

    HotSpot(Path classes) {
        this.classes = classes;
    }

    Outcome run(Program program) throws Exception {
        return program.exits() ? runInOwnJvm(program).outcome() : new Outcome(runHere(program), 0);
    }

    private String runHere(Program program) throws Exception {
        PrintStream saved = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                PrintStream captured = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            Object arguments = program.arguments().toArray(String[]::new);
            loader.loadClass(program.name()).getMethod("main", String[].class).invoke(null, arguments);
        } finally {
            System.setOut(saved);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    /** Runs a program in a JVM of its own, where it may exit, and print traces. */
    Execution runInOwnJvm(Program program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp", classes.toString(), program.name()));
        command.addAll(program.arguments());
        return Execution.of(command);
    }
}
