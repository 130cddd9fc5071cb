/** An emulator that was started: its process, its machine's serial console, and its word on how the machine ended. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

public interface RunningEmulator extends AutoCloseable {
    Process process();

    /** What the machine sends on its serial port. */
    InputStream serialOutput() throws IOException;

    /** What the machine receives on its serial port. */
    OutputStream serialInput() throws IOException;

    /** Whether the machine reset itself although the emulator still runs. */
    boolean hasReset() throws IOException;

    /** How the machine ended; asked once, after the process ended by itself. */
    Ending ending() throws IOException, InterruptedException;

    /** Ends the emulator, when it still runs, and waits for that. */
    @Override
    void close() throws IOException;
}
