/** How long the instruction is that a guest exited at, for processors that do not tell. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.unboxed.Address;

/**
 * One for each virtual CPU. An instruction that exited before is found by its linear address in a direct-mapped cache. The guest may change its
 * page tables without our knowledge, so what is found is a guess that its bytes must confirm; who owns this calls {@link #forget} when the guest's
 * physical memory map changed.
 */
public final class InstructionLength {
    /** The guest's memory does not hold such an instruction (any more). */
    public static final int UNREADABLE = 0;

    private static final int COUNT = 32;
    private static final long PAGE_SIZE = 4096;
    private static final int USER_LEVEL = 3;
    private static final long ANY_ROOT = 0;

    private final VirtualCpu cpu;
    private final InstructionFetch fetch;
    private final KnownInstruction[] known = new KnownInstruction[COUNT];
    private final DecodedInstruction instruction = new DecodedInstruction();

    public InstructionLength(VirtualCpu cpu) {
        this.cpu = cpu;
        this.fetch = new InstructionFetch(cpu);
        for (int i = 0; i < COUNT; i++) {
            known[i] = new KnownInstruction();
        }
    }

    /** All guesses end. */
    public void forget() {
        for (int i = 0; i < COUNT; i++) {
            known[i].forget();
        }
    }

    /**
     * Length of the instruction that the guest is at, if it is known; otherwise {@link #UNREADABLE}, and {@link #decode} has to find it out.
     *
     * @param where the guest's {@link VirtualCpu#instructionAddress}
     * @param root {@link #root} of the guest's state
     */
    @Inline
    public int known(long where, long root) {
        KnownInstruction guess = known[(int) where & COUNT - 1];
        return guess.isAt(where, root) ? guess.lengthIfUnchanged() : UNREADABLE;
    }

    /** In user mode the page tables tell programs apart; kernels map themselves at the same place in all of theirs. */
    @Inline
    public static long root(int privilegeLevel, long cr3) {
        return privilegeLevel == USER_LEVEL ? cr3 : ANY_ROOT;
    }

    /** Decodes the instruction at a control-register exit. */
    public DecodedInstruction decoded() {
        fetch.decode(instruction);
        return instruction;
    }

    /** Length of the instruction that exited for this reason, from its bytes; {@link #UNREADABLE} when they are not such an instruction. */
    public int decode(ExitReason exit) {
        if (!fetch.decode(instruction) || !ExitInstruction.matches(exit.ordinal(), instruction)) {
            return UNREADABLE;
        }
        long linear = fetch.linearAddress();
        if (instruction.length() <= KnownInstruction.LONGEST && (linear & PAGE_SIZE - 1) <= PAGE_SIZE - Integer.BYTES) {
            Address host = fetch.hostAddress(linear);
            if (!host.isZero()) {
                long where = cpu.instructionAddress();
                known[(int) where & COUNT - 1].set(where, root(cpu.privilegeLevel(), cpu.cr3()), host, instruction.length());
            }
        }
        return instruction.length();
    }
}
