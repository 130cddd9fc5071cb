/** Events that are injected into a guest, or whose delivery an exit interrupted. AMD APM vol. 2, figures 15-3 and 15-4. */
package org.peaberry.arch.virtualization;

/** VT-x has the same bits, and the error code in a field of its own (Intel SDM vol. 3, table 25-17). */
public final class Event {
    public static final long VALID = 1L << 31;
    public static final long HAS_ERROR_CODE = 1L << 11;
    public static final long TYPE_MASK = 7L << 8;
    public static final long TYPE_INTERRUPT = 0L << 8;
    public static final long TYPE_NMI = 2L << 8;
    public static final long TYPE_EXCEPTION = 3L << 8;
    public static final long TYPE_SOFTWARE_INTERRUPT = 4L << 8;
    /** ICEBP; VT-x only. */
    public static final long TYPE_PRIVILEGED_SOFTWARE_EXCEPTION = 5L << 8;
    private static final int VECTOR_MASK = 0xff;
    private static final int ERROR_CODE_SHIFT = 32;
    private static final long ERROR_CODE_FREE = 0xffff_ffffL;
    private static final int NMI_VECTOR = 2;

    private Event() {
    }

    public static long interrupt(int vector) {
        return VALID | TYPE_INTERRUPT | vector;
    }

    public static long nmi() {
        return VALID | TYPE_NMI | NMI_VECTOR;
    }

    public static long exception(int vector) {
        return VALID | TYPE_EXCEPTION | vector;
    }

    public static long exception(int vector, int errorCode) {
        return exception(vector) | HAS_ERROR_CODE | (long) errorCode << ERROR_CODE_SHIFT;
    }

    /** The same event with an error code. */
    public static long withErrorCode(long event, int errorCode) {
        return event & ERROR_CODE_FREE | HAS_ERROR_CODE | (long) errorCode << ERROR_CODE_SHIFT;
    }

    public static int errorCode(long event) {
        return (int) (event >>> ERROR_CODE_SHIFT);
    }

    public static boolean isValid(long event) {
        return (int) event < 0;     // VALID is the sign of the lower half
    }

    public static int vector(long event) {
        return (int) event & VECTOR_MASK;
    }

    public static long type(long event) {
        return event & TYPE_MASK;
    }
}
