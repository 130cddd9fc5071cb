/** The few machine operations that the runtime itself needs. */
package org.peaberry.runtime.platform;

import static org.peaberry.runtime.annotation.Intrinsic.Operation.CALLER_STACK_POINTER;
import static org.peaberry.runtime.annotation.Intrinsic.Operation.PAUSE;
import static org.peaberry.runtime.annotation.Intrinsic.Operation.RESUME_AT;
import static org.peaberry.runtime.annotation.Intrinsic.Operation.RETURN_ADDRESS;
import static org.peaberry.runtime.annotation.Intrinsic.Operation.UNDEFINED_INSTRUCTION;

import org.peaberry.runtime.annotation.Intrinsic;
import org.peaberry.runtime.unboxed.Address;

public final class Machine {
    private static final String COMPILED_ONLY = "the host JVM's stack is its own";

    private Machine() {
    }

    /** Where the method that calls this returns to. */
    @Intrinsic(RETURN_ADDRESS)
    public static Address returnAddress() {
        throw new UnsupportedOperationException(COMPILED_ONLY);
    }

    /** The stack pointer of the frame that called the method that calls this. */
    @Intrinsic(CALLER_STACK_POINTER)
    public static Address callerStackPointer() {
        throw new UnsupportedOperationException(COMPILED_ONLY);
    }

    /** Continues at an exception handler. Never returns. */
    @Intrinsic(RESUME_AT)
    public static void resumeAt(Address pc, Address stackPointer, Throwable exception) {
        throw new UnsupportedOperationException(COMPILED_ONLY);
    }

    /** Raises the invalid-opcode exception. Never returns. */
    @Intrinsic(UNDEFINED_INSTRUCTION)
    public static void undefinedInstruction() {
        throw new UnsupportedOperationException(COMPILED_ONLY);
    }

    /** Tells the processor that this is a spin loop. */
    @Intrinsic(PAUSE)
    public static void pause() {
        Thread.onSpinWait();
    }
}
