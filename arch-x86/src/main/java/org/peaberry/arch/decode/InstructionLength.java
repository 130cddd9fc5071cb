/** How long the instruction is that a guest exited at, for processors that do not tell. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.Address;

/**
 * One for each virtual CPU. An instruction that exited before is found by its linear address in a direct-mapped cache. The guest may change its
 * page tables without our knowledge, so what is found is a guess that its bytes must confirm; all guesses end when the guest's physical memory
 * map changes.
 */
public final class InstructionLength {
    /** The guest's memory does not hold such an instruction (any more). */
    public static final int UNREADABLE = 0;

    private static final int COUNT = 32;
    private static final long PAGE_SIZE = 4096;
    private static final int USER_LEVEL = 3;
    /** Kernels map themselves at the same place in all their page tables. */
    private static final long ANY_ROOT = 0;

    private final VirtualCpu cpu;
    private final NestedPageTable nested;
    private final InstructionFetch fetch;
    private final KnownInstruction[] known = new KnownInstruction[COUNT];
    private final DecodedInstruction instruction = new DecodedInstruction();

    public InstructionLength(VirtualCpu cpu) {
        this.cpu = cpu;
        this.nested = cpu.machine().nestedPages();
        this.fetch = new InstructionFetch(cpu);
        for (int i = 0; i < COUNT; i++) {
            known[i] = new KnownInstruction();
        }
    }

    /** Length of the instruction that exited for this reason, or {@link #UNREADABLE}. */
    public int of(ExitReason exit) {
        long where = cpu.instructionAddress();
        KnownInstruction guess = known[(int) where & COUNT - 1];
        if (guess.isAt(where, root(), nested.generation())) {
            int length = guess.lengthIfUnchanged();
            if (length != UNREADABLE) {
                return length;
            }
        }
        return decode(exit, where, guess);
    }

    /** Decodes the instruction at a control-register exit. */
    public DecodedInstruction decoded() {
        fetch.decode(instruction);
        return instruction;
    }

    private int decode(ExitReason exit, long where, KnownInstruction place) {
        if (!fetch.decode(instruction) || !ExitInstruction.matches(exit.ordinal(), instruction)) {
            return UNREADABLE;
        }
        long linear = fetch.linearAddress();
        if (instruction.length() <= KnownInstruction.LONGEST && (linear & PAGE_SIZE - 1) <= PAGE_SIZE - Integer.BYTES) {
            Address host = fetch.hostAddress(linear);
            if (!host.isZero()) {
                place.set(where, root(), nested.generation(), host, instruction.length());
            }
        }
        return instruction.length();
    }

    private long root() {
        return cpu.privilegeLevel() == USER_LEVEL ? cpu.cr3() : ANY_ROOT;
    }
}
