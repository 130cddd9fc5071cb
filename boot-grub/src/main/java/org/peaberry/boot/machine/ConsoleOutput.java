/** Copies the machine's serial output to where it is wanted, as it comes. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

final class ConsoleOutput extends Thread {
    private static final int CHUNK = 4096;

    private final InputStream serial;
    private final List<OutputStream> copies;
    private final PanicWatch watch;

    ConsoleOutput(InputStream serial, List<OutputStream> copies, PanicWatch watch) {
        super("console output");
        setDaemon(true);
        this.serial = serial;
        this.copies = copies;
        this.watch = watch;
    }

    @Override
    public void run() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = serial.read(chunk); count >= 0; count = serial.read(chunk)) {
                watch.accept(chunk, count);
                for (OutputStream copy : copies) {
                    copy.write(chunk, 0, count);
                    copy.flush();
                }
            }
        } catch (IOException e) {
            return;     // the machine, or whoever read its output, is gone
        }
    }
}
