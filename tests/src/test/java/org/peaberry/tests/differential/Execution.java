/** Runs a command with a time limit and captures its standard output. */
package org.peaberry.tests.differential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

final class Execution {
    private static final int LIMIT_SECONDS = 10;

    private Execution() {
    }

    /** Standard error goes to nowhere. A process that takes longer than 10 s is ended. */
    static Outcome of(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("peaberry", ".out");
        try {
            Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command + " runs for more than " + LIMIT_SECONDS + " s");
            }
            return new Outcome(Files.readString(output, StandardCharsets.UTF_8), process.exitValue());
        } finally {
            Files.delete(output);
        }
    }
}
