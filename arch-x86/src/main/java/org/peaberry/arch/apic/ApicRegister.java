/** Registers of the local APIC by memory-mapped offset, and their bits. Intel SDM vol. 3, table 11-1. */
package org.peaberry.arch.apic;

final class ApicRegister {
    static final int ID = 0x020;
    static final int VERSION = 0x030;
    static final int TASK_PRIORITY = 0x080;
    static final int END_OF_INTERRUPT = 0x0B0;
    static final int LOGICAL_DESTINATION = 0x0D0;
    static final int DESTINATION_FORMAT = 0x0E0;
    static final int SPURIOUS_VECTOR = 0x0F0;
    /** First of eight. */
    static final int IN_SERVICE = 0x100;
    static final int ERROR_STATUS = 0x280;
    static final int COMMAND_LOW = 0x300;
    static final int COMMAND_HIGH = 0x310;
    static final int TIMER = 0x320;
    static final int THERMAL = 0x330;
    static final int PERFORMANCE = 0x340;
    static final int LINE0 = 0x350;
    static final int LINE1 = 0x360;
    static final int ERROR = 0x370;
    static final int INITIAL_COUNT = 0x380;
    static final int CURRENT_COUNT = 0x390;
    static final int DIVIDE = 0x3E0;

    /** Bytes between the registers of an array. */
    static final int STRIDE = 0x10;

    /** In {@link #SPURIOUS_VECTOR}. */
    static final int SOFTWARE_ENABLE = 1 << 8;
    /** In every local vector table entry. */
    static final int MASKED = 1 << 16;
    static final int DELIVER_NMI = 4 << 8;
    /** In {@link #TIMER}: interrupt when the time-stamp counter reaches MSR TSC_DEADLINE. */
    static final int TSC_DEADLINE_MODE = 2 << 17;
    /** In {@link #VERSION}: index of the last local vector table entry, from this bit on. */
    static final int LAST_ENTRY_SHIFT = 16;
    /** In {@link #DIVIDE}: by one. */
    static final int DIVIDE_BY_ONE = 0xB;
    /** In {@link #COMMAND_LOW}. */
    static final int DELIVERY_PENDING = 1 << 12;
    static final int ASSERT = 1 << 14;

    private ApicRegister() {
    }
}
