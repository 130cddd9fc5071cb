/** A started Bochs. It goes on when its machine resets, and always ends with status 1: its log tells what happened. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

import org.peaberry.boot.host.Progress;

record RunningBochs(Process process, Socket port, BochsLog log) implements RunningEmulator {
    @Override
    public InputStream serialOutput() throws IOException {
        return port.isConnected() ? port.getInputStream() : InputStream.nullInputStream();
    }

    @Override
    public OutputStream serialInput() throws IOException {
        return port.isConnected() ? port.getOutputStream() : OutputStream.nullOutputStream();
    }

    @Override
    public boolean hasReset() throws IOException {
        log.follow();
        return log.wasReset();
    }

    @Override
    public Ending ending() throws IOException {
        log.follow();
        if (log.poweredOff()) {
            return Ending.POWERED_OFF;
        }
        if (log.wasReset()) {
            return Ending.RESET;
        }
        for (String line : log.failure()) {
            Progress.say("Bochs: " + line);
        }
        return Ending.EMULATOR_FAILED;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        port.close();
    }
}
