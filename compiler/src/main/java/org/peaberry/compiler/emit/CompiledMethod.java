/** Machine code of one method, with all that the image writer needs to link and describe it. */
package org.peaberry.compiler.emit;

import java.util.List;

import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.MethodInfo;

/**
 * @param relocations offsets are from the start of the code
 * @param frameSize   bytes the prologue takes from the stack, without the return address
 * @param callSites   in ascending order of return offset
 */
public record CompiledMethod(MethodInfo method, byte[] code, List<Relocation> relocations, int frameSize, List<CallSite> callSites) {
    /** No handler covers the call. */
    public static final int NO_HANDLER = -1;

    /** One call instruction; offsets are from the start of the code. */
    public record CallSite(int returnOffset, int handlerOffset, SourcePosition position) {
    }
}
