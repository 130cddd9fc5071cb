/** Registers of x2APIC that a guest uses without exits when the processor delivers its interrupts. Intel SDM vol. 3, section 30.5. */
package org.peaberry.arch.vmx;

/** Not the interrupt to oneself: the processor would deliver it although software has switched the local APIC off. */
final class X2ApicMsr {
    private static final int TASK_PRIORITY = 0x808;
    private static final int END_OF_INTERRUPT = 0x80B;
    /** In service, trigger mode and requested: eight registers each. */
    private static final int FIRST_VECTOR_WORD = 0x810;
    private static final int LAST_VECTOR_WORD = 0x827;

    private X2ApicMsr() {
    }

    static void permit(VmxMsrBitmap bitmap) {
        bitmap.intercept(TASK_PRIORITY, false, false);
        bitmap.intercept(END_OF_INTERRUPT, true, false);
        for (int index = FIRST_VECTOR_WORD; index <= LAST_VECTOR_WORD; index++) {
            bitmap.intercept(index, false, true);
        }
    }
}
