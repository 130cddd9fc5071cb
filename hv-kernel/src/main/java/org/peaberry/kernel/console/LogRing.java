/** The last characters that the hypervisor wrote to the console. */
package org.peaberry.kernel.console;

/** Old ones are overwritten; nothing is allocated after construction. */
public final class LogRing {
    private final byte[] characters;
    private long written;

    /** @param capacity a power of two */
    public LogRing(int capacity) {
        characters = new byte[capacity];
    }

    public void append(int character) {
        characters[(int) written++ & characters.length - 1] = (byte) character;
    }

    /** Characters ever written. */
    public long written() {
        return written;
    }

    /** Position of the oldest character that is still there. */
    public long oldest() {
        return Math.max(0, written - characters.length);
    }

    /** The character at a position from {@link #oldest} to {@link #written} less one, 0..255. */
    public int at(long position) {
        return characters[(int) position & characters.length - 1] & 0xff;
    }
}
