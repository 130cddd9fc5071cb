/** Machine code of one method, with all that the image writer needs to link and describe it. */
package org.peaberry.compiler.emit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.MethodInfo;

/**
 * @param alignment   of the address it must have
 * @param relocations offsets are from the start of the code
 * @param frameSize   bytes the prologue takes from the stack, without the return address
 * @param callSites   in ascending order of return offset
 * @param sources     in ascending order of offset, the first at 0
 * @param frames      in ascending order of offset, the first at 0
 * @param tableEntries offsets of the entries of jump tables in the code, four bytes each, ascending
 */
public record CompiledMethod(MethodInfo method, byte[] code, int alignment, List<Relocation> relocations, int frameSize,
        List<CallSite> callSites, List<Source> sources, List<Frame> frames, int[] tableEntries) {
    /** No handler covers the call. */
    public static final int NO_HANDLER = -1;

    /** The positions of the direct calls of a symbol. */
    public Set<SourcePosition> callsOf(String symbol) {
        Set<Integer> ends = relocations.stream().filter(relocation -> relocation.symbol().equals(symbol)).map(relocation -> relocation.offset() + Integer.BYTES)
                .collect(Collectors.toSet());
        return callSites.stream().filter(site -> ends.contains(site.returnOffset()) && site.position() != null).map(CallSite::position).collect(Collectors.toSet());
    }

    /**
     * One call instruction; offsets are from the start of the code.
     *
     * @param isFault whether it is an access that calls only by its fault, the method that throws for null
     */
    public record CallSite(int returnOffset, int handlerOffset, SourcePosition position, boolean isFault) {
    }

    /**
     * Where the code from an offset to the next one comes from.
     *
     * @param places of the values of the position's variables, then of those of its callers; null for a value that is gone
     */
    public record Source(int offset, SourcePosition position, List<ValuePlace> places) {
    }

    /** Bytes between the stack pointer and the return address, from an offset to the next one. */
    public record Frame(int offset, int bytes) {
    }
}
