/** Registers of the local APIC by number: the memory-mapped offset divided by 16, or the MSR less 0x800. Intel SDM vol. 3, tables 10-1 and 10-6. */
package org.peaberry.conformance.guest;

final class ApicRegister {
    static final int ID = 0x02;
    static final int VERSION = 0x03;
    static final int TASK_PRIORITY = 0x08;
    static final int PROCESSOR_PRIORITY = 0x0A;
    static final int END_OF_INTERRUPT = 0x0B;
    static final int LOGICAL_DESTINATION = 0x0D;
    /** Memory-mapped only. */
    static final int DESTINATION_FORMAT = 0x0E;
    static final int SPURIOUS_VECTOR = 0x0F;
    /** First of eight, as the next two. */
    static final int IN_SERVICE = 0x10;
    static final int TRIGGER_MODE = 0x18;
    static final int REQUEST = 0x20;
    static final int ERROR_STATUS = 0x28;
    static final int COMMAND = 0x30;
    /** Memory-mapped only. */
    static final int COMMAND_HIGH = 0x31;
    static final int TIMER = 0x32;
    static final int LINE0 = 0x35;
    static final int LINE1 = 0x36;
    static final int ERROR = 0x37;
    static final int INITIAL_COUNT = 0x38;
    static final int CURRENT_COUNT = 0x39;
    static final int DIVIDE = 0x3E;
    /** x2APIC only. */
    static final int SELF_IPI = 0x3F;

    /** In {@link #SPURIOUS_VECTOR}. */
    static final int SOFTWARE_ENABLE = 1 << 8;
    /** In local vectors. */
    static final int MASKED = 1 << 16;
    static final int PERIODIC = 1 << 17;
    static final int DEADLINE = 2 << 17;
    /** In {@link #COMMAND}. */
    static final int LOWEST_PRIORITY = 1 << 8;
    static final int INIT = 5 << 8;
    static final int START_UP = 6 << 8;
    static final int LOGICAL = 1 << 11;
    static final int PENDING = 1 << 12;
    static final int ASSERT = 1 << 14;
    static final int LEVEL = 1 << 15;
    static final int SELF = 1 << 18;
    static final int ALL = 2 << 18;
    static final int OTHERS = 3 << 18;
    /** In {@link #ERROR_STATUS}. */
    static final int SENT_ILLEGAL_VECTOR = 1 << 5;
    static final int RECEIVED_ILLEGAL_VECTOR = 1 << 6;
    static final int ILLEGAL_REGISTER = 1 << 7;

    private ApicRegister() {
    }
}
