/** Runs the compiler in this JVM, with its verifiers on. */
package org.peaberry.tests.differential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.driver.Main;

/**
 * One compilation.
 *
 * @param status   the compiler's exit status
 * @param messages what it printed on standard error
 * @param image    where the ELF file is, if there is one
 */
record Peaberryc(int status, String messages, Path image) {
    private static final Path IMAGES = Path.of("target/differential/images");

    /** Not for several threads at once: standard error is captured. */
    static Peaberryc compile(Path classes, String mainClass) throws IOException {
        return compile(classes.toString(), mainClass);
    }

    /** @param classPath folders and jars, separated by ':' */
    static Peaberryc compile(String classPath, String mainClass) throws IOException {
        Path image = Files.createDirectories(IMAGES).resolve(mainClass);
        Files.deleteIfExists(image);
        PrintStream saved = System.err;
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status;
        try (PrintStream captured = new PrintStream(messages, true, StandardCharsets.UTF_8)) {
            System.setErr(captured);
            status = Main.run("--target", "linux", "--verify", "--classpath", classPath, "--main", mainClass, "-o", image.toString());
        } finally {
            System.setErr(saved);
        }
        return new Peaberryc(status, messages.toString(StandardCharsets.UTF_8), image);
    }

    /** Runs the image. */
    Execution run(List<String> arguments) throws IOException, InterruptedException {
        if (status != 0) {
            throw new AssertionError("peaberryc ends with status " + status + ":\n" + messages);
        }
        List<String> command = new ArrayList<>(List.of(image.toAbsolutePath().toString()));
        command.addAll(arguments);
        return Execution.of(command);
    }
}
