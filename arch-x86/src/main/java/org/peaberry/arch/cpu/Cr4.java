/** Bits of control register CR4. Intel SDM vol. 3, section 2.5. */
package org.peaberry.arch.cpu;

public final class Cr4 {
    public static final long VIRTUAL_8086_EXTENSIONS = 1L << 0;
    public static final long PROTECTED_VIRTUAL_INTERRUPTS = 1L << 1;
    public static final long TIME_STAMP_DISABLE = 1L << 2;
    public static final long DEBUGGING_EXTENSIONS = 1L << 3;
    public static final long PAGE_SIZE_EXTENSIONS = 1L << 4;
    public static final long PHYSICAL_ADDRESS_EXTENSION = 1L << 5;
    public static final long MACHINE_CHECK = 1L << 6;
    public static final long GLOBAL_PAGES = 1L << 7;
    public static final long PERFORMANCE_COUNTERS = 1L << 8;
    /** FXSAVE and SSE. */
    public static final long OS_FXSAVE = 1L << 9;
    public static final long OS_SIMD_EXCEPTIONS = 1L << 10;
    public static final long USER_MODE_INSTRUCTION_PREVENTION = 1L << 11;
    public static final long FIVE_LEVEL_PAGING = 1L << 12;
    public static final long VMX = 1L << 13;
    public static final long SMX = 1L << 14;
    public static final long FS_GS_BASE = 1L << 16;
    public static final long PROCESS_CONTEXT_IDS = 1L << 17;
    public static final long OS_XSAVE = 1L << 18;
    public static final long SUPERVISOR_EXECUTION_PREVENTION = 1L << 20;
    public static final long SUPERVISOR_ACCESS_PREVENTION = 1L << 21;
    public static final long PROTECTION_KEYS = 1L << 22;
    public static final long CONTROL_FLOW_ENFORCEMENT = 1L << 23;

    private Cr4() {
    }
}
