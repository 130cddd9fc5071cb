/** One run of an emulated machine, from power-on to its end. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.peaberry.boot.host.BuildException;

public final class MachineRun {
    private static final int POLL_MILLISECONDS = 50;
    private static final int DRAIN_MILLISECONDS = 2000;

    private final Path folder;
    private final InputStream keyboard;
    private final List<OutputStream> screens;
    private final PanicWatch panic = new PanicWatch();
    private ConsoleInput input;

    /**
     * @param folder the run's own folder
     * @param keyboard what is typed on the serial console
     * @param screens where the serial console's output goes
     */
    public MachineRun(Path folder, InputStream keyboard, List<OutputStream> screens) {
        this.folder = folder;
        this.keyboard = keyboard;
        this.screens = screens;
    }

    /** Runs the emulator until the machine ends, panics or the limit is reached; null is no limit.
     * @throws BuildException when the emulator cannot be started */
    public Ending run(List<String> emulator, Duration limit) {
        try (ShutdownReason reason = new ShutdownReason(folder)) {
            reason.start();
            List<String> command = new ArrayList<>(emulator);
            command.addAll(reason.options());
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Thread killer = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(killer);
            try {
                return follow(process, reason, limit);
            } finally {
                process.destroyForcibly();
                removeHook(killer);
            }
        } catch (IOException e) {
            throw new BuildException("the emulator cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildException("interrupted while the machine ran");
        }
    }

    private Ending follow(Process process, ShutdownReason reason, Duration limit) throws InterruptedException {
        ConsoleOutput output = new ConsoleOutput(process.getInputStream(), screens, panic);
        input = new ConsoleInput(keyboard, process.getOutputStream());
        output.start();
        input.start();
        Ending early = waitForEnd(process, limit);
        process.destroyForcibly();
        process.waitFor();
        output.join(DRAIN_MILLISECONDS);
        reason.join(DRAIN_MILLISECONDS);
        return panic.seen() ? Ending.PANICKED : early != null ? early : endingOf(reason);
    }

    /** Null when the emulator ended by itself. */
    private Ending waitForEnd(Process process, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            if (panic.reportComplete()) {
                return Ending.PANICKED;
            }
            if (input.endWanted()) {
                return Ending.ENDED_BY_USER;
            }
            if (limit != null && System.nanoTime() - start > limit.toNanos()) {
                return Ending.TIME_LIMIT;
            }
        }
        return null;
    }

    private static Ending endingOf(ShutdownReason reason) {
        if (!reason.announced()) {
            return Ending.EMULATOR_FAILED;
        }
        return reason.wasReset() ? Ending.RESET : Ending.POWERED_OFF;
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return;     // the JVM is already going down, and the hook runs
        }
    }
}
