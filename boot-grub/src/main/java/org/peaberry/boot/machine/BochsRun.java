/** A run in Bochs with the serial console on the screen; nothing can be typed, since Bochs's port is a file. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.peaberry.boot.host.BuildException;

public final class BochsRun {
    private static final int POLL_MILLISECONDS = 200;
    /** In Bochs's log when ACPI turned the machine off. */
    private static final String POWER_OFF = "soft power off";

    private final Path folder;
    private final List<OutputStream> screens;
    private int shown;

    /** @param folder the run's own folder */
    public BochsRun(Path folder, List<OutputStream> screens) {
        this.folder = folder;
        this.screens = screens;
    }

    /** Runs until the machine is off. @param memory in MiB @param limit null for none */
    public Ending run(Path iso, String processor, int memory, Duration limit) throws IOException {
        long start = System.nanoTime();
        try (BochsMachine machine = new BochsMachine(folder, iso, processor, memory)) {
            while (machine.isRunning()) {
                show(machine.console());
                if (limit != null && System.nanoTime() - start > limit.toNanos()) {
                    return Ending.TIME_LIMIT;
                }
                Thread.sleep(POLL_MILLISECONDS);
            }
            show(machine.console());
            return machine.log().contains(POWER_OFF) ? Ending.POWERED_OFF : Ending.EMULATOR_FAILED;
        } catch (InterruptedException e) {
            throw new BuildException("the run was interrupted", e);
        }
    }

    private void show(String console) throws IOException {
        byte[] more = console.substring(shown).getBytes(StandardCharsets.ISO_8859_1);
        shown = console.length();
        for (OutputStream screen : screens) {
            screen.write(more);
            screen.flush();
        }
    }
}
