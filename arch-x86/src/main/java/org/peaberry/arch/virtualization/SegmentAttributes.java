/** Attributes of a segment as bits 40..55 of its descriptor, limit bits zero. Intel SDM vol. 3, figure 3-8 and table 25-2. */
package org.peaberry.arch.virtualization;

public final class SegmentAttributes {
    /** Type of a data segment that was accessed and may be written. */
    public static final int DATA_READ_WRITE = 3;
    /** Type of a code segment that was accessed and may be read. */
    public static final int CODE_EXECUTE_READ = 11;
    public static final int LOCAL_DESCRIPTOR_TABLE = 2;
    /** Type of a busy 16-bit task-state segment, that of the reset state. */
    public static final int BUSY_TASK_STATE_16 = 3;
    /** Type of a busy 32-bit or 64-bit task-state segment. */
    public static final int BUSY_TASK_STATE = 11;
    /** Code or data; clear for a system segment. */
    public static final int CODE_OR_DATA = 1 << 4;
    public static final int PRIVILEGE_SHIFT = 5;
    public static final int PRIVILEGE_MASK = 3;
    public static final int PRESENT = 1 << 7;
    public static final int AVAILABLE = 1 << 12;
    /** 64-bit code. */
    public static final int LONG = 1 << 13;
    /** Default size 32 bits (code), or a 32-bit stack. */
    public static final int BIG = 1 << 14;
    /** The limit counts pages. */
    public static final int GRANULAR = 1 << 15;

    public static final int FLAT_CODE_32 = CODE_EXECUTE_READ | CODE_OR_DATA | PRESENT | BIG | GRANULAR;
    public static final int FLAT_DATA_32 = DATA_READ_WRITE | CODE_OR_DATA | PRESENT | BIG | GRANULAR;
    public static final int REAL_MODE_CODE = CODE_EXECUTE_READ | CODE_OR_DATA | PRESENT;
    public static final int REAL_MODE_DATA = DATA_READ_WRITE | CODE_OR_DATA | PRESENT;
    public static final int TASK_STATE_32 = BUSY_TASK_STATE | PRESENT;
    public static final int TASK_STATE_16 = BUSY_TASK_STATE_16 | PRESENT;
    public static final int LOCAL_TABLE = LOCAL_DESCRIPTOR_TABLE | PRESENT;

    private SegmentAttributes() {
    }
}
