/** Runs a program of the build machine; what it prints is shown only when it fails. */
package org.peaberry.boot.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public final class HostCommand {
    /** How a program ended, and what it printed. */
    public record Result(int status, String output) {
    }

    private final List<String> words;
    private final Path folder;

    private HostCommand(List<String> words, Path folder) {
        this.words = words;
        this.folder = folder;
    }

    public static HostCommand of(String... words) {
        return new HostCommand(List.of(words), null);
    }

    public static HostCommand of(List<String> words) {
        return new HostCommand(List.copyOf(words), null);
    }

    /** A command that only root may run: by sudo for everybody else. */
    public static HostCommand asRoot(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (!"root".equals(System.getProperty("user.name"))) {
            all.add(0, "sudo");
        }
        return of(all);
    }

    /** The same command, started in a folder. */
    public HostCommand in(Path where) {
        return new HostCommand(words, where);
    }

    /** Waits for its end; returns what it printed.
     * @throws BuildException when it cannot be started or does not end with status 0; the message holds what it printed */
    public String run() {
        return run(new ProcessBuilder(words).redirectErrorStream(true));
    }

    /** As {@link #run()}, but returns its standard output alone; what it says on standard error is shown as it comes. */
    public String printed() {
        return run(new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    /** Waits for its end, however that is.
     * @throws BuildException when it cannot be started */
    public Result result() {
        return result(new ProcessBuilder(words).redirectErrorStream(true));
    }

    private String run(ProcessBuilder builder) {
        Result result = result(builder);
        if (result.status() != 0) {
            throw new BuildException("'" + words.get(0) + "' failed with status " + result.status() + ": " + result.output().strip());
        }
        return result.output();
    }

    private Result result(ProcessBuilder builder) {
        try {
            if (folder != null) {
                builder.directory(folder.toFile());
            }
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new BuildException("'" + words.get(0) + "' cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildException("interrupted while '" + words.get(0) + "' ran");
        }
    }
}
