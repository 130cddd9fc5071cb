/** A started QEMU. It ends when its machine resets, and says why it ended on its control socket. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

record RunningQemu(Process process, ShutdownReason reason) implements RunningEmulator {
    private static final int LAST_EVENT_MILLISECONDS = 2000;

    @Override
    public InputStream serialOutput() {
        return process.getInputStream();
    }

    @Override
    public OutputStream serialInput() {
        return process.getOutputStream();
    }

    @Override
    public boolean hasReset() {
        return false;
    }

    @Override
    public Ending ending() throws InterruptedException {
        reason.join(LAST_EVENT_MILLISECONDS);
        if (!reason.announced()) {
            return Ending.EMULATOR_FAILED;
        }
        return reason.wasReset() ? Ending.RESET : Ending.POWERED_OFF;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        reason.close();
    }
}
