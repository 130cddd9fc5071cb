/** Bits of control register CR0. Intel SDM vol. 3, section 2.5. */
package org.peaberry.arch.cpu;

public final class Cr0 {
    public static final long PROTECTION = 1L << 0;
    public static final long MONITOR_COPROCESSOR = 1L << 1;
    public static final long EMULATION = 1L << 2;
    public static final long TASK_SWITCHED = 1L << 3;
    public static final long EXTENSION_TYPE = 1L << 4;
    public static final long NUMERIC_ERROR = 1L << 5;
    public static final long WRITE_PROTECT = 1L << 16;
    public static final long ALIGNMENT_MASK = 1L << 18;
    public static final long NOT_WRITE_THROUGH = 1L << 29;
    public static final long CACHE_DISABLE = 1L << 30;
    public static final long PAGING = 1L << 31;

    private Cr0() {
    }
}
