/** How a snippet ended: the exception, and the registers at that time. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.arch.trap.TrapFrame;

final class Outcome {
    private final Registers registers = new Registers();
    private int vector;
    private long errorCode;
    private long offset;
    private long faultAddress;
    private long codeSelector;

    void record(TrapFrame frame) {
        registers.loadFrom(frame);
        vector = (int) frame.vector();
        errorCode = frame.errorCode();
        offset = frame.rip() - GuestMemory.SNIPPET;
        faultAddress = Processor.readCr2();
        codeSelector = frame.cs();
    }

    /** Whether it came to its end, the breakpoint. */
    boolean completed() {
        return is(ExceptionVector.BREAKPOINT);
    }

    boolean is(ExceptionVector exception) {
        return vector == exception.number();
    }

    int vector() {
        return vector;
    }

    /** Zero for exceptions without one. */
    long errorCode() {
        return errorCode;
    }

    /** The instruction pointer that the exception saved, from the snippet's first byte. */
    long offset() {
        return offset;
    }

    /** CR2; only a page fault changes it. */
    long faultAddress() {
        return faultAddress;
    }

    long codeSelector() {
        return codeSelector;
    }

    Registers registers() {
        return registers;
    }

    long get(GeneralRegister register) {
        return registers.get(register);
    }
}
