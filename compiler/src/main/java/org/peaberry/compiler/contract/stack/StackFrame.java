/** What one method or assembly function takes of the stack, and whom it calls. */
package org.peaberry.compiler.contract.stack;

import java.util.List;

import org.peaberry.compiler.ir.SourcePosition;

/**
 * @param bytes of the frame and the return address above it; {@link #UNKNOWN} for an assembly function that does not tell
 * @param calls in the order of the code, each target once
 */
public record StackFrame(Activation activation, int bytes, List<Call> calls) {
    /** Nobody knows. */
    public static final int UNKNOWN = -1;

    /**
     * A call, with one of the methods that it may lead to.
     *
     * @param position null where the compiler put the call in by itself
     */
    public record Call(Activation target, SourcePosition position) {
    }

    public boolean isKnown() {
        return bytes != UNKNOWN;
    }
}
