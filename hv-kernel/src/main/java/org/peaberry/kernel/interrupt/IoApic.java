/** An emulated I/O APIC: pins in, interrupt messages out. 82093AA data sheet, with the EOI register of version 0x20. */
package org.peaberry.kernel.interrupt;

/** Lines are levels: true means asserted, whatever polarity the guest programs. */
public final class IoApic {
    /** Bytes of MMIO the registers take. */
    public static final int MMIO_SIZE = 0x1000;
    /** MMIO offsets. */
    public static final int INDEX = 0x00;
    public static final int WINDOW = 0x10;
    public static final int END_OF_INTERRUPT = 0x40;

    private static final int REGISTER_ID = 0;
    private static final int REGISTER_VERSION = 1;
    private static final int REGISTER_ARBITRATION = 2;
    private static final int REGISTER_TABLE = 0x10;
    private static final int VERSION = 0x20;
    private static final int MAXIMUM_ENTRY_SHIFT = 16;
    private static final int ID_SHIFT = 24;
    private static final int ID_MASK = 0xf;
    private static final int INDEX_MASK = 0xff;
    private static final long LOW_HALF = 0xffff_ffffL;

    private final ApicBus bus;
    private final IoApicOwner owner;
    private final int firstGsi;
    private final long[] entries;
    private final boolean[] lines;
    private int id;
    private int index;

    /** @param pins 1 to 240 */
    public IoApic(int id, int firstGsi, int pins, ApicBus bus, IoApicOwner owner) {
        this.id = id;
        this.firstGsi = firstGsi;
        this.bus = bus;
        this.owner = owner;
        entries = new long[pins];
        lines = new boolean[pins];
        for (int i = 0; i < pins; i++) {
            entries[i] = RedirectionEntry.MASKED;
        }
        bus.connect(this);
    }

    public int firstGsi() {
        return firstGsi;
    }

    public int pins() {
        return entries.length;
    }

    /** Sets the level of a pin's line; an edge-triggered pin interrupts when it rises. */
    public void setLine(int pin, boolean asserted) {
        boolean before = lines[pin];
        lines[pin] = asserted;
        if (asserted && (!before || RedirectionEntry.isLevelTriggered(entries[pin]))) {
            deliver(pin);
        }
    }

    /** An edge: the line goes up and down again. */
    public void pulse(int pin) {
        setLine(pin, true);
        lines[pin] = false;
    }

    /** Whether the guest masked the pin. */
    public boolean isMasked(int pin) {
        return RedirectionEntry.isMasked(entries[pin]);
    }

    private void deliver(int pin) {
        long entry = entries[pin];
        if (RedirectionEntry.isMasked(entry) || RedirectionEntry.awaitsEndOfInterrupt(entry)) {
            return;
        }
        if (RedirectionEntry.isLevelTriggered(entry)) {
            entries[pin] = entry | RedirectionEntry.REMOTE_IRR;
        }
        bus.send(RedirectionEntry.message(entry));
    }

    /** A local APIC finished a level-triggered vector. */
    void endOfInterrupt(int vector) {
        for (int pin = 0; pin < entries.length; pin++) {
            long entry = entries[pin];
            if (RedirectionEntry.vector(entry) == vector && RedirectionEntry.awaitsEndOfInterrupt(entry)) {
                finish(pin);
            }
        }
    }

    private void finish(int pin) {
        entries[pin] &= ~RedirectionEntry.REMOTE_IRR;
        owner.pinEndOfInterrupt(firstGsi + pin);
        if (lines[pin]) {
            deliver(pin);
        }
    }

    /** An aligned 32-bit MMIO read; other offsets read as 0. */
    public int read(int offset) {
        return switch (offset) {
            case INDEX -> index;
            case WINDOW -> readRegister();
            default -> 0;
        };
    }

    /** An aligned 32-bit MMIO write; other offsets are ignored. */
    public void write(int offset, int value) {
        switch (offset) {
            case INDEX -> index = value & INDEX_MASK;
            case WINDOW -> writeRegister(value);
            case END_OF_INTERRUPT -> endOfInterrupt(value & INDEX_MASK);
            default -> {
                // Nothing is there.
            }
        }
    }

    private int readRegister() {
        int pin = index - REGISTER_TABLE >> 1;
        if (index >= REGISTER_TABLE && pin < entries.length) {
            return (int) ((index & 1) == 0 ? entries[pin] : entries[pin] >>> Integer.SIZE);
        }
        return switch (index) {
            case REGISTER_ID, REGISTER_ARBITRATION -> id << ID_SHIFT;
            case REGISTER_VERSION -> VERSION | entries.length - 1 << MAXIMUM_ENTRY_SHIFT;
            default -> 0;
        };
    }

    private void writeRegister(int value) {
        int pin = index - REGISTER_TABLE >> 1;
        if (index >= REGISTER_TABLE && pin < entries.length) {
            writeEntry(pin, (index & 1) != 0, value);
        } else if (index == REGISTER_ID) {
            id = value >> ID_SHIFT & ID_MASK;
        }
    }

    private void writeEntry(int pin, boolean high, int value) {
        long before = entries[pin];
        long entry = high ? before & LOW_HALF | (long) value << Integer.SIZE : before & ~LOW_HALF | value & LOW_HALF;
        entry = entry & ~RedirectionEntry.READ_ONLY | before & RedirectionEntry.READ_ONLY;
        if (!RedirectionEntry.isLevelTriggered(entry)) {
            entry &= ~RedirectionEntry.REMOTE_IRR;
        }
        entries[pin] = entry;
        if (high) {
            return;
        }
        report(pin, before, entry);
        if (lines[pin] && RedirectionEntry.isLevelTriggered(entry)) {
            deliver(pin);
        }
    }

    private void report(int pin, long before, long entry) {
        if (RedirectionEntry.isMasked(entry)) {
            if (!RedirectionEntry.isMasked(before)) {
                owner.pinMasked(firstGsi + pin);
            }
            return;
        }
        long configuration = RedirectionEntry.MASKED | RedirectionEntry.LEVEL_TRIGGERED | RedirectionEntry.ACTIVE_LOW;
        if (((before ^ entry) & configuration) != 0) {
            owner.pinConfigured(firstGsi + pin, RedirectionEntry.isLevelTriggered(entry), RedirectionEntry.isActiveLow(entry));
        }
    }
}
