/** Which bits the writable registers of an emulated local APIC have; in x2APIC mode a write of others is a fault. Intel SDM vol. 3, figures 10-8, 10-10, 10-18, 10-23, 10-28. */
package org.peaberry.kernel.interrupt;

public final class ApicFields {
    private static final long VECTOR = 0xff;
    private static final long DELIVERY_MODE = 7 << 8;
    private static final long DELIVERY_STATUS = 1 << 12;
    private static final long POLARITY = 1 << 13;
    private static final long REMOTE_REQUEST = 1 << 14;
    private static final long TRIGGER = 1 << 15;
    private static final long MASKED = 1 << 16;
    private static final long TIMER_MODE = 3 << 17;
    private static final long SOFTWARE_ENABLE = 1 << 8;
    private static final long FOCUS_CHECK_OFF = 1 << 9;
    private static final long DIVISION = 0xb;
    private static final long LOGICAL = 1 << 11;
    private static final long ASSERT = 1 << 14;
    private static final long SHORTHAND = 3 << 18;
    private static final long DESTINATION = 0xffff_ffffL << 32;
    private static final long COUNT = 0xffff_ffffL;
    private static final long LOCAL_VECTOR = VECTOR | DELIVERY_STATUS | MASKED;

    private ApicFields() {
    }

    /** The bits of a register as x2APIC mode has it; 0 for one that is written as 0 only. */
    public static long of(int register) {
        return switch (register) {
            case ApicRegister.TASK_PRIORITY, ApicRegister.SELF_IPI -> VECTOR;
            case ApicRegister.SPURIOUS_VECTOR -> VECTOR | SOFTWARE_ENABLE | FOCUS_CHECK_OFF;
            case ApicRegister.INTERRUPT_COMMAND -> VECTOR | DELIVERY_MODE | LOGICAL | ASSERT | TRIGGER | SHORTHAND | DESTINATION;
            case ApicRegister.LVT_TIMER -> LOCAL_VECTOR | TIMER_MODE;
            case ApicRegister.LVT_THERMAL, ApicRegister.LVT_PERFORMANCE -> LOCAL_VECTOR | DELIVERY_MODE;
            case ApicRegister.LVT_LINT0, ApicRegister.LVT_LINT1 -> LOCAL_VECTOR | DELIVERY_MODE | POLARITY | REMOTE_REQUEST | TRIGGER;
            case ApicRegister.LVT_ERROR -> LOCAL_VECTOR;
            case ApicRegister.TIMER_INITIAL_COUNT -> COUNT;
            case ApicRegister.TIMER_DIVIDE -> DIVISION;
            default -> 0;
        };
    }
}
