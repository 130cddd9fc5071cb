/** How long the instruction is that a guest exited at, for processors that do not tell. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.Address;

/** One for each virtual CPU. The common case, an instruction without prefixes on a known page, is one comparison. */
public final class InstructionLength {
    /** The guest's memory does not hold such an instruction (any more). */
    public static final int UNREADABLE = 0;

    private static final long PAGE_SIZE = 4096;

    private final InstructionFetch fetch;
    private final InstructionPages pages;
    private final DecodedInstruction instruction = new DecodedInstruction();

    public InstructionLength(VirtualCpu cpu) {
        this.fetch = new InstructionFetch(cpu);
        this.pages = new InstructionPages(cpu);
    }

    /** Length of the instruction that exited for this reason, or {@link #UNREADABLE}. */
    public int of(ExitReason exit) {
        int reason = exit.ordinal();
        long linear = fetch.linearAddress();
        int expected = ExitInstruction.length(reason);
        if (expected != 0 && (linear & PAGE_SIZE - 1) <= PAGE_SIZE - Integer.BYTES) {
            Address known = pages.guess(linear);
            if (!known.isZero() && ExitInstruction.isAt(reason, known.loadInt())) {
                return expected;
            }
        }
        return decode(reason, linear);
    }

    /** What {@link #of} decoded last; not filled when a comparison was enough. */
    public DecodedInstruction instruction() {
        return instruction;
    }

    private int decode(int reason, long linear) {
        if (!fetch.decode(instruction) || !ExitInstruction.matches(reason, instruction)) {
            return UNREADABLE;
        }
        pages.remember(linear, fetch.hostAddress(linear));
        return instruction.length();
    }
}
