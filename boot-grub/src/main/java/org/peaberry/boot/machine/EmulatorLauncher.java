/** Starts an emulator with its machine and what it boots. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.nio.file.Path;

public interface EmulatorLauncher {
    /** Starts it with the serial console connected.
     * @param folder the run's own, existing folder
     * @throws IOException when it cannot be started */
    RunningEmulator launch(Path folder) throws IOException;
}
