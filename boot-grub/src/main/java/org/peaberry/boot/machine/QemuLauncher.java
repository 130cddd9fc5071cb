/** Starts QEMU with a command line, the serial console on its standard streams. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** @param command from {@link QemuCommand} */
public record QemuLauncher(List<String> command) implements EmulatorLauncher {
    @Override
    public RunningEmulator launch(Path folder) throws IOException {
        ShutdownReason reason = new ShutdownReason(folder);
        reason.start();
        List<String> words = new ArrayList<>(command);
        words.addAll(reason.options());
        try {
            Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            return new RunningQemu(process, reason);
        } catch (IOException e) {
            reason.close();
            throw e;
        }
    }
}
