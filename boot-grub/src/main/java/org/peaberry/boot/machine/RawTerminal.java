/** The user's terminal without line editing and echo, as a serial console needs it; as before after the run. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.peaberry.boot.host.BuildException;

public final class RawTerminal implements AutoCloseable {
    private final String before;
    private final Thread restorer;

    /** Does nothing when standard input is no terminal. */
    public RawTerminal() {
        before = status("test", "-t", "0") == 0 ? stty("-g").strip() : "";
        restorer = new Thread(this::restore);
        if (isTerminal()) {
            Runtime.getRuntime().addShutdownHook(restorer);
            stty("raw", "-echo");
        }
    }

    public boolean isTerminal() {
        return !before.isEmpty();
    }

    /** The hook stays: restoring twice does no harm. */
    @Override
    public void close() {
        restore();
    }

    private void restore() {
        if (isTerminal()) {
            stty(before);
        }
    }

    private static String stty(String... words) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(Arrays.asList(words));
        try {
            Process process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new BuildException("cannot set the terminal's mode", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static int status(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new BuildException("cannot run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
