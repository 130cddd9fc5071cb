/** Access to the local APIC's registers in one of its two modes. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

abstract class ApicRegisters {
    /** In MSR APIC_BASE. */
    static final long X2APIC = 1L << 10;
    static final long ENABLE = 1L << 11;
    static final long BOOT_PROCESSOR = 1L << 8;
    static final int SPURIOUS = 0xFF;
    private static final int WORD_SHIFT = 5;
    private static final int BIT_MASK = 31;
    private static final int WORDS = 8;
    private static final int NONE = -1;

    /** Of the mode, to begin lines with. */
    abstract String name();

    abstract long read(int register);

    abstract void write(int register, long value);

    /** Sends an interrupt command to a destination. */
    abstract void send(long destination, int command);

    /** What a destination field has for everyone. */
    abstract long broadcast();

    /** This APIC's id. */
    abstract long id();

    /** Logical destination of this APIC alone. */
    abstract long logicalId();

    /** Changes to this mode from any other; everything is as after a reset, but enabled. */
    final void enter() {
        Processor.writeMsr(Msr.APIC_BASE, base());
        Processor.writeMsr(Msr.APIC_BASE, base() | ENABLE);
        Processor.writeMsr(Msr.APIC_BASE, base() | ENABLE | modeBits());
        write(ApicRegister.SPURIOUS_VECTOR, ApicRegister.SOFTWARE_ENABLE | SPURIOUS);
    }

    /** Goes back to memory-mapped mode. */
    static void leave() {
        PageRegisters.INSTANCE.enter();
    }

    abstract long modeBits();

    private static long base() {
        return Processor.readMsr(Msr.APIC_BASE) & ~(X2APIC | ENABLE);
    }

    final void sendToSelf(int vector) {
        send(0, ApicRegister.SELF | ApicRegister.ASSERT | vector);
    }

    final void endOfInterrupt() {
        write(ApicRegister.END_OF_INTERRUPT, 0);
    }

    final boolean isRequested(int vector) {
        return isIn(ApicRegister.REQUEST, vector);
    }

    final boolean isInService(int vector) {
        return isIn(ApicRegister.IN_SERVICE, vector);
    }

    final boolean isLevelTriggered(int vector) {
        return isIn(ApicRegister.TRIGGER_MODE, vector);
    }

    private boolean isIn(int first, int vector) {
        return (read(first + (vector >> WORD_SHIFT)) >>> (vector & BIT_MASK) & 1) != 0;
    }

    /** The highest vector in service, or -1. */
    final int served() {
        for (int word = WORDS - 1; word >= 0; word--) {
            int bits = (int) read(ApicRegister.IN_SERVICE + word);
            if (bits != 0) {
                return (word << WORD_SHIFT) + BIT_MASK - Integer.numberOfLeadingZeros(bits);
            }
        }
        return NONE;
    }

    /** Error bits since the last call. */
    final long takeErrors() {
        write(ApicRegister.ERROR_STATUS, 0);
        return read(ApicRegister.ERROR_STATUS);
    }
}
