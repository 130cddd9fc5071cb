/** Interrupt state, VMCB offset 0x068. AMD APM vol. 2, section 15.21.5. */
package org.peaberry.arch.svm;

final class InterruptState {
    /** STI or MOV SS was the last instruction. */
    static final long SHADOW = 1L << 0;
    static final long GUEST_INTERRUPTS_ENABLED = 1L << 1;

    private InterruptState() {
    }
}
