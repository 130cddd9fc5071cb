/** Exit qualification of an EPT violation. Intel SDM vol. 3, table 28-7. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

final class EptViolation {
    static final long WRITE = 1L << 1;
    static final long FETCH = 1L << 2;
    /** What the entries permit: read, write, execute. */
    static final long PERMITTED = 7L << 3;
    static final long LINEAR_ADDRESS_VALID = 1L << 7;
    /** Of the translation of a linear address; clear in a walk of the guest's own page tables. */
    static final long FINAL_ACCESS = 1L << 8;
    /** An IRET had opened non-maskable interrupts already. */
    static final long NMI_UNBLOCKED = 1L << 12;

    private EptViolation() {
    }

    static void decode(long qualification, GuestPhysicalAddress address, NestedFault fault) {
        boolean isTableWalk = (qualification & (LINEAR_ADDRESS_VALID | FINAL_ACCESS)) == LINEAR_ADDRESS_VALID;
        fault.set(address, (qualification & WRITE) != 0, (qualification & FETCH) != 0, (qualification & PERMITTED) != 0, isTableWalk);
    }
}
