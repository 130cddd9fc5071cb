/** One run of an emulated machine, from power-on to its end. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
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

    /** Runs QEMU with a command line of {@link QemuCommand}. */
    public Ending run(List<String> command, Duration limit) {
        return run(new QemuLauncher(command), limit);
    }

    /** Runs the emulator until the machine ends, panics or the limit is reached; null is no limit.
     * @throws BuildException when the emulator cannot be started */
    public Ending run(EmulatorLauncher launcher, Duration limit) {
        try (RunningEmulator emulator = launcher.launch(folder)) {
            Thread killer = new Thread(emulator.process()::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(killer);
            try {
                return follow(emulator, limit);
            } finally {
                removeHook(killer);
            }
        } catch (IOException e) {
            throw new BuildException("the emulator cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildException("interrupted while the machine ran");
        }
    }

    private Ending follow(RunningEmulator emulator, Duration limit) throws IOException, InterruptedException {
        ConsoleOutput output = new ConsoleOutput(emulator.serialOutput(), screens, panic);
        input = new ConsoleInput(keyboard, emulator.serialInput());
        output.start();
        input.start();
        Ending early = waitForEnd(emulator, limit);
        end(emulator.process());
        output.join(DRAIN_MILLISECONDS);
        return panic.seen() ? Ending.PANICKED : early != null ? early : emulator.ending();
    }

    /** By its handle: {@link Process#destroyForcibly} closes the streams, and what has not been read yet would be lost. */
    private static void end(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Null when the emulator ended by itself. */
    private Ending waitForEnd(RunningEmulator emulator, Duration limit) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!emulator.process().waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            if (panic.reportComplete()) {
                return Ending.PANICKED;
            }
            if (emulator.hasReset()) {
                return Ending.RESET;
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

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return;     // the JVM is already going down, and the hook runs
        }
    }
}
