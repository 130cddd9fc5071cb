/** What a process printed and how it ended. */
package org.peaberry.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** @param status exit status, or {@link #TIMED_OUT} */
public record ProcessRun(String output, int status) {
    public static final int TIMED_OUT = -1;
    private static final int LIMIT_SECONDS = 60;
    private static final File ERRORS = new File("/dev/null");

    /** A process that takes longer than a minute is ended. */
    public static ProcessRun of(List<String> command, Path outputFile) throws IOException {
        Process process = new ProcessBuilder(command).redirectOutput(outputFile.toFile()).redirectError(ERRORS).start();
        try {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            return new ProcessRun(Files.readString(outputFile, StandardCharsets.UTF_8), ended ? process.exitValue() : TIMED_OUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command + " ran", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
