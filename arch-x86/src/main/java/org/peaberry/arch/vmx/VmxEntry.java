/** The way into a guest and back: nasm/vmx.asm. */
package org.peaberry.arch.vmx;

import org.peaberry.runtime.annotation.ExternalFunction;
import org.peaberry.runtime.unboxed.Address;

final class VmxEntry {
    /** Result of {@link #run} after an exit. */
    static final long EXITED = 0;

    private VmxEntry() {
    }

    /**
     * Runs the guest of the current VMCS until its next exit.
     *
     * @param registers the guest's {@link org.peaberry.arch.virtualization.GuestRegisters}; RSP is in the VMCS
     * @param launched whether this VMCS ran since it was cleared
     * @return {@link #EXITED}, or something else when the processor refused the instruction
     */
    @ExternalFunction("vmx_run")
    static native long run(Address registers, boolean launched);

    /** After an exit for a non-maskable interrupt: runs the host's handler for it. */
    @ExternalFunction("vmx_take_nmi")
    static native void takeNmi();
}
