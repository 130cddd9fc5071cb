/** Runs a command with a time limit and captures what it prints. */
package org.peaberry.tests.differential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A finished run.
 *
 * @param errors standard error
 */
record Execution(Outcome outcome, String errors) {
    private static final int LIMIT_SECONDS = 30;

    /** A process that takes longer than 30 s is ended. */
    static Execution of(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("peaberry", ".out");
        Path errors = Files.createTempFile("peaberry", ".err");
        try {
            Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command + " runs for more than " + LIMIT_SECONDS + " s");
            }
            return new Execution(new Outcome(text(output), process.exitValue()), text(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
