/** The way into a guest and back: nasm/vmx.asm. */
package org.peaberry.arch.vmx;

import org.peaberry.runtime.annotation.ExternalFunction;
import org.peaberry.runtime.unboxed.Address;

final class VmxEntry {
    /** Result of {@link #run} after an exit. */
    static final long EXITED = 0;
    /** Result of {@link #run} when there is no current VMCS; any other refusal has a VM-instruction error. */
    static final long NO_VMCS = 1;

    private VmxEntry() {
    }

    /**
     * Runs the guest of the current VMCS until its next exit.
     *
     * @param registers the guest's {@link org.peaberry.arch.virtualization.GuestRegisters}; RSP is in the VMCS
     * @param launched whether this VMCS ran since it was cleared
     * @return {@link #EXITED}, or something else when the processor refused the instruction
     */
    @ExternalFunction(value = "vmx_run", stack = 16)
    static native long run(Address registers, boolean launched);

    /** After an exit for a non-maskable interrupt: runs the host's handler for it. */
    @ExternalFunction(value = "vmx_take_nmi", stack = 0)
    static native void takeNmi();
}
