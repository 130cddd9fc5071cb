/** An I/O APIC: turns devices' lines into interrupt messages. Intel 82093AA data sheet, section 3. */
package org.peaberry.arch.apic;

import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;

/** Pins count from 0. */
public class IoApic {
    private static final int SELECT = 0x00;
    private static final int WINDOW = 0x10;
    private static final int VERSION = 0x01;
    private static final int LAST_PIN_SHIFT = 16;
    private static final int BYTE_MASK = 0xff;
    /** Low half of pin 0's redirection entry; two registers a pin. */
    private static final int REDIRECTION = 0x10;

    private static final int ACTIVE_LOW = 1 << 13;
    private static final int REMOTE_IRR = 1 << 14;
    private static final int LEVEL = 1 << 15;
    private static final int MASKED = 1 << 16;
    private static final int DESTINATION_SHIFT = 24;

    private final long base;
    private final int firstLine;
    private final int pins;
    @LockRank(85)
    private final SpinLock lock = new SpinLock();

    /**
     * @param base where the registers' page is mapped, uncached
     * @param firstLine line (global system interrupt) of pin 0
     */
    public IoApic(Address base, int firstLine) {
        this.base = base.toLong();
        this.firstLine = firstLine;
        this.pins = (read(VERSION) >>> LAST_PIN_SHIFT & BYTE_MASK) + 1;
    }

    /** Line of pin 0. */
    public final int firstLine() {
        return firstLine;
    }

    public final int pins() {
        return pins;
    }

    /** Whether a line is one of its pins. */
    public final boolean hasLine(int line) {
        return line >= firstLine && line - firstLine < pins;
    }

    /** Masks every pin. */
    public final void maskAll() {
        for (int pin = 0; pin < pins; pin++) {
            mask(pin);
        }
    }

    /** Says where a pin's interrupts go; it stays masked. */
    public final void route(int pin, int vector, boolean level, boolean activeLow, int destination) {
        lock.acquire();
        write(entry(pin), MASKED);
        write(entry(pin) + 1, destination << DESTINATION_SHIFT);
        write(entry(pin), MASKED | (level ? LEVEL : 0) | (activeLow ? ACTIVE_LOW : 0) | vector);
        lock.release();
    }

    public final void mask(int pin) {
        lock.acquire();
        write(entry(pin), read(entry(pin)) | MASKED);
        lock.release();
    }

    public final void unmask(int pin) {
        lock.acquire();
        write(entry(pin), read(entry(pin)) & ~MASKED);
        lock.release();
    }

    /** Whether a level interrupt was delivered and not ended yet. */
    public final boolean isInService(int pin) {
        lock.acquire();
        int low = read(entry(pin));
        lock.release();
        return (low & REMOTE_IRR) != 0;
    }

    private static int entry(int pin) {
        return REDIRECTION + 2 * pin;
    }

    int read(int register) {
        Memory.storeInt(base + SELECT, register);
        return Memory.loadInt(base + WINDOW);
    }

    void write(int register, int value) {
        Memory.storeInt(base + SELECT, register);
        Memory.storeInt(base + WINDOW, value);
    }
}
