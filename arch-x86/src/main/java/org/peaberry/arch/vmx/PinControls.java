/** Pin-based VM-execution controls. Intel SDM vol. 3, table 25-5. */
package org.peaberry.arch.vmx;

public final class PinControls {
    public static final int EXTERNAL_INTERRUPT_EXITING = 1 << 0;
    public static final int NMI_EXITING = 1 << 3;
    public static final int VIRTUAL_NMIS = 1 << 5;
    public static final int PREEMPTION_TIMER = 1 << 6;
    public static final int POSTED_INTERRUPTS = 1 << 7;

    private PinControls() {
    }
}
