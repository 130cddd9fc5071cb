/** What a snippet starts with, and what it leaves. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.trap.TrapFrame;

final class Registers {
    /** Bit 1 of RFLAGS is always set: Intel SDM vol. 1, section 3.4.3. */
    static final long FLAGS = 1 << 1;

    private final long[] general = new long[TrapFrame.GENERAL_REGISTERS];
    private long flags = FLAGS;
    private long stackPointer = GuestMemory.SNIPPET_STACK_TOP;

    long get(GeneralRegister register) {
        return general[register.place()];
    }

    Registers set(GeneralRegister register, long value) {
        general[register.place()] = value;
        return this;
    }

    /** RFLAGS; to begin with, interrupts are off. */
    long flags() {
        return flags;
    }

    Registers flags(long value) {
        flags = value;
        return this;
    }

    Registers withInterrupts() {
        return flags(FLAGS | Rflags.INTERRUPT);
    }

    long stackPointer() {
        return stackPointer;
    }

    Registers stackPointer(long value) {
        stackPointer = value;
        return this;
    }

    void storeInto(TrapFrame frame) {
        for (int i = 0; i < general.length; i++) {
            frame.general(i, general[i]);
        }
        frame.rflags(flags);
        frame.rsp(stackPointer);
    }

    void loadFrom(TrapFrame frame) {
        for (int i = 0; i < general.length; i++) {
            general[i] = frame.general(i);
        }
        flags = frame.rflags();
        stackPointer = frame.rsp();
    }
}
