/** Local APIC registers by their number: MMIO offset divided by 16, which is also the x2APIC MSR less its base. */
package org.peaberry.kernel.interrupt;

/** Intel SDM vol. 3, table "Local APIC register address map" (§10.4.1) and "x2APIC register address space" (§10.12.1.2). */
public final class ApicRegister {
    /** First MSR of the x2APIC register space. */
    public static final int X2APIC_MSR_BASE = 0x800;
    /** Binary logarithm of the distance between MMIO registers. */
    public static final int MMIO_SHIFT = 4;
    /** Registers in either space. */
    public static final int COUNT = 0x40;

    public static final int ID = 0x02;
    public static final int VERSION = 0x03;
    public static final int TASK_PRIORITY = 0x08;
    public static final int ARBITRATION_PRIORITY = 0x09;
    public static final int PROCESSOR_PRIORITY = 0x0a;
    public static final int END_OF_INTERRUPT = 0x0b;
    public static final int REMOTE_READ = 0x0c;
    public static final int LOGICAL_DESTINATION = 0x0d;
    public static final int DESTINATION_FORMAT = 0x0e;
    public static final int SPURIOUS_VECTOR = 0x0f;
    /** First of eight. */
    public static final int IN_SERVICE = 0x10;
    /** First of eight. */
    public static final int TRIGGER_MODE = 0x18;
    /** First of eight. */
    public static final int INTERRUPT_REQUEST = 0x20;
    public static final int ERROR_STATUS = 0x28;
    public static final int LVT_CORRECTED_MACHINE_CHECK = 0x2f;
    public static final int INTERRUPT_COMMAND = 0x30;
    public static final int INTERRUPT_COMMAND_HIGH = 0x31;
    public static final int LVT_TIMER = 0x32;
    public static final int LVT_THERMAL = 0x33;
    public static final int LVT_PERFORMANCE = 0x34;
    public static final int LVT_LINT0 = 0x35;
    public static final int LVT_LINT1 = 0x36;
    public static final int LVT_ERROR = 0x37;
    public static final int TIMER_INITIAL_COUNT = 0x38;
    public static final int TIMER_CURRENT_COUNT = 0x39;
    public static final int TIMER_DIVIDE = 0x3e;
    /** x2APIC only. */
    public static final int SELF_IPI = 0x3f;

    private ApicRegister() {
    }

    /** Whether an emulated local APIC has the register in memory: the others are reserved. */
    static boolean exists(int register) {
        return switch (register) {
            case ID, VERSION, TASK_PRIORITY, ARBITRATION_PRIORITY, PROCESSOR_PRIORITY, END_OF_INTERRUPT, REMOTE_READ, LOGICAL_DESTINATION,
                DESTINATION_FORMAT, SPURIOUS_VECTOR, ERROR_STATUS, INTERRUPT_COMMAND, INTERRUPT_COMMAND_HIGH, TIMER_DIVIDE -> true;
            default -> register >= IN_SERVICE && register < ERROR_STATUS || register >= LVT_TIMER && register <= TIMER_CURRENT_COUNT;
        };
    }
}
