/** Copies what is typed to the machine's serial port. Ctrl-A is an escape: Ctrl-A X ends the run, Ctrl-A Ctrl-A types one Ctrl-A. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

final class ConsoleInput extends Thread {
    private static final int CHUNK = 256;
    private static final byte ESCAPE = 1;

    private final InputStream keyboard;
    private final OutputStream serial;
    private final byte[] passed = new byte[CHUNK];
    private boolean escaped;
    private volatile boolean endWanted;

    ConsoleInput(InputStream keyboard, OutputStream serial) {
        super("console input");
        setDaemon(true);
        this.keyboard = keyboard;
        this.serial = serial;
    }

    /** Whether Ctrl-A X was typed. */
    boolean endWanted() {
        return endWanted;
    }

    @Override
    public void run() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = keyboard.read(chunk); count >= 0 && !endWanted; count = keyboard.read(chunk)) {
                serial.write(passed, 0, filter(chunk, count));
                serial.flush();
            }
        } catch (IOException e) {
            return;     // the machine is gone
        }
    }

    /** Moves what the machine gets to {@link #passed}; returns how much. */
    private int filter(byte[] chunk, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            byte key = chunk[i];
            if (!escaped && key == ESCAPE) {
                escaped = true;
                continue;
            }
            endWanted |= escaped && (key == 'x' || key == 'X');
            if (!escaped || key == ESCAPE) {
                passed[kept++] = key;
            }
            escaped = false;
        }
        return kept;
    }
}
