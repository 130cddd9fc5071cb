/** Takes an exception up the stack to the handler that covers it. */
package org.peaberry.runtime.exception;

import org.peaberry.runtime.platform.Machine;
import org.peaberry.runtime.platform.Platform;
import org.peaberry.runtime.unboxed.Address;

/** Frames hold no saved registers, so that a frame's size is all there is to know about it. */
final class Unwinder {
    private Unwinder() {
    }

    /**
     * Never returns.
     *
     * @param returnAddress of the call that threw
     * @param stackPointer  of the frame that made that call
     */
    static void unwind(Throwable exception, Address returnAddress, Address stackPointer) {
        Address pc = returnAddress;
        Address frame = stackPointer;
        int index = CompiledCode.methodOfReturnAddress(pc);
        while (index != CodeTable.NONE) {
            CodeTable.Method method = CompiledCode.method(index);
            int site = CompiledCode.callSiteOf(method, pc);
            if (site != CodeTable.NONE && CompiledCode.callSite(site).handlerOffset() != CodeTable.NONE) {
                Machine.resumeAt(CompiledCode.textStart().plus(CompiledCode.callSite(site).handlerOffset()), frame, exception);
            }
            pc = Address.of(frame.loadLong(method.frameSize()));
            frame = frame.plus(method.frameSize() + Long.BYTES);
            index = CompiledCode.methodOfReturnAddress(pc);
        }
        endWith(exception);
    }

    /** Before there is a platform nobody can be told: an illegal instruction stops here, not in endless recursion. */
    private static void endWith(Throwable exception) {
        Platform platform = Platform.current();
        if (platform == null) {
            Machine.undefinedInstruction();
        } else {
            platform.uncaught(exception);
        }
    }
}
