/** Bits of CR0 and CR4 that VT-x holds at one value, or that would reach the host: the guest sees others. Intel SDM vol. 3, section 24.8. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

/** An unrestricted guest is free in CR0.PE and CR0.PG. Neither entry nor exit touches CR0.CD and CR0.NW, so the guest's must not be the processor's. */
final class FixedControlBits {
    /** The guest has neither VT-x nor trusted execution: setting these is a fault. */
    static final long CR4_FORBIDDEN = Cr4.VMX | Cr4.SMX;
    private static final long CACHING = Cr0.CACHE_DISABLE | Cr0.NOT_WRITE_THROUGH;

    private final long cr0Set = Processor.readMsr(Msr.VMX_CR0_FIXED0) & ~(Cr0.PROTECTION | Cr0.PAGING);
    private final long cr4Set = Processor.readMsr(Msr.VMX_CR4_FIXED0);

    /** Bits whose change by the guest exits. */
    long cr0Mask() {
        return cr0Set | CACHING;
    }

    long cr4Mask() {
        return cr4Set | CR4_FORBIDDEN;
    }

    /** What runs when the guest believes in this value. */
    long realCr0(long seen) {
        return seen & ~CACHING | cr0Set;
    }

    long realCr4(long seen) {
        return seen | cr4Set;
    }
}
