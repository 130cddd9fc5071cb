/** The way into a guest and back: nasm/svm.asm. */
package org.peaberry.arch.svm;

import org.peaberry.runtime.annotation.ExternalFunction;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class SvmEntry {
    private SvmEntry() {
    }

    /**
     * Runs a guest until its next exit; interrupts that ended it have been handled on return.
     *
     * @param registers the guest's {@link org.peaberry.arch.virtualization.GuestRegisters}; RAX and RSP are in the VMCB
     * @param controlBlock its VMCB
     * @param hostState what VMSAVE saved on this CPU
     */
    @ExternalFunction(value = "svm_run", stack = 24)
    static native void run(Address registers, PhysicalAddress controlBlock, PhysicalAddress hostState);
}
