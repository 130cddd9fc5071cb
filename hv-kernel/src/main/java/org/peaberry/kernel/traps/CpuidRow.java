/** What CPUID answers to one question. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.runtime.annotation.Inline;

final class CpuidRow {
    private static final long LOW_HALF = 0xffff_ffffL;

    final int leaf;
    final int subleaf;
    final boolean isAdjusted;
    /** The leaf's next row, or null. */
    CpuidRow next;
    private final long eax;
    private final long ebx;
    private final long ecx;
    private final long edx;

    /** @param subleaf or {@link CpuidTable#ANY}
     * @param isAdjusted whether part of the answer changes from vCPU to vCPU or while it runs */
    CpuidRow(int leaf, int subleaf, boolean isAdjusted, int eax, int ebx, int ecx, int edx) {
        this.leaf = leaf;
        this.subleaf = subleaf;
        this.isAdjusted = isAdjusted;
        this.eax = eax & LOW_HALF;
        this.ebx = ebx & LOW_HALF;
        this.ecx = ecx & LOW_HALF;
        this.edx = edx & LOW_HALF;
    }

    /** Gives the guest its answer. */
    @Inline
    void give(GuestRegisters registers) {
        registers.rax(eax);
        registers.rbx(ebx);
        registers.rcx(ecx);
        registers.rdx(edx);
    }
}
