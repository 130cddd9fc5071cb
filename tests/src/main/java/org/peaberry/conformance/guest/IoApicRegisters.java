/** The registers of the first I/O APIC. Intel 82093AA data sheet, section 3; ICH9 data sheet for the EOI register. */
package org.peaberry.conformance.guest;

import org.peaberry.runtime.unboxed.Address;

final class IoApicRegisters {
    static final int ID = 0;
    static final int VERSION = 1;
    static final int MASKED = 1 << 16;
    static final int LEVEL = 1 << 15;
    static final int REMOTE_REQUEST = 1 << 14;
    static final int ACTIVE_LOW = 1 << 13;
    static final int PENDING = 1 << 12;
    static final int LOGICAL = 1 << 11;
    static final int LOWEST_PRIORITY = 1 << 8;
    static final int NMI = 4 << 8;

    private static final long BASE = 0xFEC0_0000L;
    private static final long WINDOW = 0x10;
    private static final long END_OF_INTERRUPT = 0x40;
    private static final int TABLE = 0x10;
    private static final int DESTINATION_SHIFT = 24;

    private IoApicRegisters() {
    }

    static int selected() {
        return Address.of(BASE).loadInt();
    }

    static int read(int register) {
        Address.of(BASE).store(register);
        return Address.of(BASE).loadInt(WINDOW);
    }

    static void write(int register, int value) {
        Address.of(BASE).store(register);
        Address.of(BASE).store(WINDOW, value);
    }

    /** The lower half of a pin's entry. */
    static int entry(int pin) {
        return read(TABLE + 2 * pin);
    }

    static int upperEntry(int pin) {
        return read(TABLE + 2 * pin + 1);
    }

    /** @param destination local APIC id, or logical id */
    static void route(int pin, int entry, long destination) {
        write(TABLE + 2 * pin, MASKED);
        write(TABLE + 2 * pin + 1, (int) destination << DESTINATION_SHIFT);
        write(TABLE + 2 * pin, entry);
    }

    static void entry(int pin, int value) {
        write(TABLE + 2 * pin, value);
    }

    static void endOfInterrupt(int vector) {
        Address.of(BASE).store(END_OF_INTERRUPT, vector);
    }
}
