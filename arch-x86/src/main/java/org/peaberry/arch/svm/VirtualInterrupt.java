/** Virtual interrupt control, VMCB offset 0x060. AMD APM vol. 2, section 15.21 and table B-1. */
package org.peaberry.arch.svm;

final class VirtualInterrupt {
    /** V_TPR: the guest's CR8. */
    static final int TASK_PRIORITY_MASK = 0xff;
    /** V_IRQ: an interrupt waits for the guest. */
    static final int PENDING = 1 << 8;
    static final int GLOBAL_FLAG = 1 << 9;
    static final int HIGHEST_PRIORITY = 0xf << 16;
    static final int IGNORE_TASK_PRIORITY = 1 << 20;
    /** V_INTR_MASKING: the guest's interrupt flag and CR8 leave the host's interrupts alone. */
    static final int MASKING = 1 << 24;
    static final int GLOBAL_FLAG_ENABLE = 1 << 25;
    static final int APIC_ENABLE = 1 << 31;

    private VirtualInterrupt() {
    }
}
