/** Turns the fault of code that ran out of stack into a StackOverflowError. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.unboxed.Address;

/** For a fault handler with a stack of its own. */
public final class StackOverflow {
    private StackOverflow() {
    }

    /** Whether compiled code accessed its own frame, or the place below it where a call puts its return address. */
    public static boolean isAt(Address programCounter, Address stackPointer, Address accessed) {
        int method = methodAt(programCounter);
        if (method == CodeTable.NONE) {
            return false;
        }
        long distance = accessed.distanceFrom(stackPointer);
        return distance >= -Long.BYTES && distance < CompiledCode.method(method).frameSize();
    }

    /** Throws the error from where the method that ran out was called, whose frame is there. Never returns. */
    public static void fail(Address programCounter, Address stackPointer) {
        int size = CompiledCode.method(methodAt(programCounter)).frameSize();
        Address returnAddress = Address.of(stackPointer.loadLong(size));
        Address caller = stackPointer.plus(size + Long.BYTES);
        StackOverflowError error = new StackOverflowError();
        Backtrace.record(error, returnAddress, caller);
        Unwinder.unwind(error, returnAddress, caller);
    }

    /** The program counter is not a return address. */
    private static int methodAt(Address programCounter) {
        return CompiledCode.methodOfReturnAddress(programCounter.plus(1));
    }
}
