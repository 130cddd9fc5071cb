/** Primary processor-based VM-execution controls. Intel SDM vol. 3, table 25-6. */
package org.peaberry.arch.vmx;

final class ProcessorControls {
    static final int INTERRUPT_WINDOW_EXITING = 1 << 2;
    static final int TSC_OFFSETTING = 1 << 3;
    static final int HLT_EXITING = 1 << 7;
    static final int INVLPG_EXITING = 1 << 9;
    static final int MWAIT_EXITING = 1 << 10;
    static final int RDPMC_EXITING = 1 << 11;
    static final int RDTSC_EXITING = 1 << 12;
    static final int CR3_LOAD_EXITING = 1 << 15;
    static final int CR3_STORE_EXITING = 1 << 16;
    static final int TERTIARY_CONTROLS = 1 << 17;
    static final int CR8_LOAD_EXITING = 1 << 19;
    static final int CR8_STORE_EXITING = 1 << 20;
    static final int TASK_PRIORITY_SHADOW = 1 << 21;
    static final int NMI_WINDOW_EXITING = 1 << 22;
    static final int DEBUG_REGISTER_EXITING = 1 << 23;
    static final int UNCONDITIONAL_IO_EXITING = 1 << 24;
    static final int IO_BITMAPS = 1 << 25;
    static final int MONITOR_TRAP_FLAG = 1 << 27;
    static final int MSR_BITMAPS = 1 << 28;
    static final int MONITOR_EXITING = 1 << 29;
    static final int PAUSE_EXITING = 1 << 30;
    static final int SECONDARY_CONTROLS = 1 << 31;

    private ProcessorControls() {
    }
}
