/** Characters that came in on the console and that dom0 has not read yet. */
package org.peaberry.kernel.console;

/** A ring; what does not fit is lost, as in a serial port. */
public final class ConsoleInput {
    private static final int CAPACITY = 1 << 10;

    private final byte[] characters = new byte[CAPACITY];
    private int written;
    private int read;

    /** Takes a character; false when there is no room. */
    public boolean put(int character) {
        if (written - read == CAPACITY) {
            return false;
        }
        characters[written++ & CAPACITY - 1] = (byte) character;
        return true;
    }

    public boolean isEmpty() {
        return written == read;
    }

    /** The next character, 0..255; only when not {@link #isEmpty}. */
    public int take() {
        return characters[read++ & CAPACITY - 1] & 0xff;
    }
}
