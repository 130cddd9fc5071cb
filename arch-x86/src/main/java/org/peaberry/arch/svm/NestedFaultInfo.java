/** Exit information 1 of a nested page fault. AMD APM vol. 2, section 15.25.6. */
package org.peaberry.arch.svm;

import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

final class NestedFaultInfo {
    static final long PRESENT = 1L << 0;
    static final long WRITE = 1L << 1;
    static final long USER = 1L << 2;
    static final long RESERVED_BIT = 1L << 3;
    static final long FETCH = 1L << 4;
    /** In translating the guest's final address. */
    static final long FINAL_ACCESS = 1L << 32;
    /** In walking the guest's own page tables. */
    static final long TABLE_WALK = 1L << 33;

    private NestedFaultInfo() {
    }

    /** Fills what the kernel is told from an exit for a nested page fault. */
    static void decode(VmcbControl control, NestedFault fault) {
        long info = control.exitInfo1();
        fault.set(GuestPhysicalAddress.of(control.exitInfo2()), (info & WRITE) != 0, (info & FETCH) != 0, (info & PRESENT) != 0, (info & TABLE_WALK) != 0);
    }
}
