/** Encodes segment descriptors. Intel SDM vol. 3, sections 3.4.5 and 8.2.3. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.unboxed.Address;

public final class SegmentDescriptor {
    private static final long LIMIT_LOW_MASK = 0xffff;
    private static final int BASE_LOW_SHIFT = 16;
    private static final long BASE_LOW_MASK = 0xff_ffff;
    private static final int BASE_LOW_BITS = 24;
    private static final int BASE_HIGH_SHIFT = 56;
    private static final int LIMIT_HIGH_SHIFT = 48;

    private static final long ACCESSED = 1L << 40;
    private static final long WRITABLE_OR_READABLE = 1L << 41;
    private static final long EXECUTABLE = 1L << 43;
    private static final long CODE_OR_DATA = 1L << 44;
    private static final long PRESENT = 1L << 47;
    private static final long LONG = 1L << 53;
    private static final long DEFAULT_32_BIT = 1L << 54;
    private static final long PAGE_GRANULAR = 1L << 55;
    private static final long TASK_STATE_AVAILABLE = 9L << 40;
    private static final long FLAT_LIMIT = 0xffffL | 0xfL << LIMIT_HIGH_SHIFT | PAGE_GRANULAR;
    private static final long FLAT = FLAT_LIMIT | PRESENT | CODE_OR_DATA | WRITABLE_OR_READABLE | ACCESSED;

    /** 64-bit code of privilege 0. */
    public static final long CODE = FLAT | EXECUTABLE | LONG;
    /** Flat data of privilege 0. */
    public static final long DATA = FLAT | DEFAULT_32_BIT;

    private SegmentDescriptor() {
    }

    /** The first slot of a task-state segment's descriptor. */
    public static long taskStateLow(Address base, int size) {
        long address = base.toLong();
        return size - 1 & LIMIT_LOW_MASK | (address & BASE_LOW_MASK) << BASE_LOW_SHIFT | address >>> BASE_LOW_BITS << BASE_HIGH_SHIFT
                | TASK_STATE_AVAILABLE | PRESENT;
    }

    /** The second slot of a task-state segment's descriptor. */
    public static long taskStateHigh(Address base) {
        return base.toLong() >>> Integer.SIZE;
    }
}
