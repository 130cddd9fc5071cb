/** Null checks that the processor makes: an access through null faults, and the fault becomes the exception. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.platform.Machine;
import org.peaberry.runtime.unboxed.Address;

/** What a page-fault handler, or that of a signal, calls. It allocates nothing itself. */
public final class ImplicitNullCheck {
    /** Bytes from address 0 on that must never be mapped. */
    public static final int GUARD_SIZE = 4096;
    /** Symbol of the method of {@link Throw} that explicit checks call. */
    private static final String THROWING_METHOD = "org.peaberry.runtime.exception.Throw.nullPointer()V";

    private ImplicitNullCheck() {
    }

    /** Whether the instruction is compiled code's null check, and the address one that it reaches through null. */
    public static boolean isAt(Address programCounter, Address accessed) {
        return Long.compareUnsigned(accessed.toLong(), GUARD_SIZE) < 0 && isSite(programCounter.plus(CodeTable.FAULT_SITE));
    }

    private static boolean isSite(Address returnAddress) {
        int method = CompiledCode.methodOfReturnAddress(returnAddress);
        return method != CodeTable.NONE && CompiledCode.callSiteOf(CompiledCode.method(method), returnAddress) != CodeTable.NONE;
    }

    /**
     * Goes on as if the instruction that faulted had called the method that throws. Never returns: the stack of the fault's handler is
     * left, and what is below the stack pointer is overwritten.
     */
    public static void fail(Address programCounter, Address stackPointer) {
        Address callee = stackPointer.minus(Long.BYTES);
        callee.store(programCounter.plus(CodeTable.FAULT_SITE).toLong());
        Machine.resumeAt(RawMemory.symbol(THROWING_METHOD), callee, null);
    }
}
