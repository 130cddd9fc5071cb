/** The processor's exceptions. Intel SDM vol. 3, table 6-1; AMD APM vol. 2, table 8-1. */
package org.peaberry.arch.trap;

import org.peaberry.arch.cpu.CpuStack;

public enum ExceptionVector {
    DIVIDE_ERROR(0, "#DE", "division error"),
    DEBUG(1, "#DB", "debug exception"),
    NMI(2, "NMI", "non-maskable interrupt"),
    BREAKPOINT(3, "#BP", "breakpoint"),
    OVERFLOW(4, "#OF", "overflow"),
    BOUND_RANGE(5, "#BR", "bound range exceeded"),
    INVALID_OPCODE(6, "#UD", "invalid opcode"),
    DEVICE_NOT_AVAILABLE(7, "#NM", "device not available"),
    DOUBLE_FAULT(8, "#DF", "double fault"),
    INVALID_TSS(10, "#TS", "invalid TSS"),
    SEGMENT_NOT_PRESENT(11, "#NP", "segment not present"),
    STACK_FAULT(12, "#SS", "stack fault"),
    GENERAL_PROTECTION(13, "#GP", "general protection fault"),
    PAGE_FAULT(14, "#PF", "page fault"),
    FLOATING_POINT(16, "#MF", "x87 floating-point error"),
    ALIGNMENT_CHECK(17, "#AC", "alignment check"),
    MACHINE_CHECK(18, "#MC", "machine check"),
    SIMD_FLOATING_POINT(19, "#XM", "SIMD floating-point exception"),
    VIRTUALIZATION(20, "#VE", "virtualization exception"),
    CONTROL_PROTECTION(21, "#CP", "control protection exception"),
    HYPERVISOR_INJECTION(28, "#HV", "hypervisor injection exception"),
    VMM_COMMUNICATION(29, "#VC", "VMM communication exception"),
    SECURITY(30, "#SX", "security exception");

    /** Number of vectors that are the processor's own. */
    public static final int COUNT = 32;

    private static final ExceptionVector[] BY_NUMBER = new ExceptionVector[COUNT];

    static {
        for (ExceptionVector vector : values()) {
            BY_NUMBER[vector.number] = vector;
        }
    }

    private final int number;
    private final String mnemonic;
    private final String description;

    ExceptionVector(int number, String mnemonic, String description) {
        this.number = number;
        this.mnemonic = mnemonic;
        this.description = description;
    }

    /** The exception of a vector, or null. */
    public static ExceptionVector of(int vector) {
        return vector >= 0 && vector < COUNT ? BY_NUMBER[vector] : null;
    }

    public int number() {
        return number;
    }

    /** Such as #PF. */
    public String mnemonic() {
        return mnemonic;
    }

    public String description() {
        return description;
    }

    /** The stack of its own that it needs, or the normal one. */
    public CpuStack stack() {
        return switch (this) {
            case NMI -> CpuStack.NMI;
            case DOUBLE_FAULT -> CpuStack.DOUBLE_FAULT;
            case MACHINE_CHECK -> CpuStack.MACHINE_CHECK;
            default -> CpuStack.NORMAL;
        };
    }
}
