/** Events that are injected into a guest, or whose delivery an exit interrupted. AMD APM vol. 2, figures 15-3 and 15-4. */
package org.peaberry.arch.svm;

final class Event {
    static final long VALID = 1L << 31;
    static final long HAS_ERROR_CODE = 1L << 11;
    static final long TYPE_MASK = 7L << 8;
    static final long TYPE_INTERRUPT = 0L << 8;
    static final long TYPE_NMI = 2L << 8;
    static final long TYPE_EXCEPTION = 3L << 8;
    static final long TYPE_SOFTWARE_INTERRUPT = 4L << 8;
    private static final int VECTOR_MASK = 0xff;
    private static final int ERROR_CODE_SHIFT = 32;
    private static final int NMI_VECTOR = 2;

    private Event() {
    }

    static long interrupt(int vector) {
        return VALID | TYPE_INTERRUPT | vector;
    }

    static long nmi() {
        return VALID | TYPE_NMI | NMI_VECTOR;
    }

    static long exception(int vector) {
        return VALID | TYPE_EXCEPTION | vector;
    }

    static long exception(int vector, int errorCode) {
        return exception(vector) | HAS_ERROR_CODE | (long) errorCode << ERROR_CODE_SHIFT;
    }

    static boolean isValid(long event) {
        return (event & VALID) != 0;
    }

    static int vector(long event) {
        return (int) event & VECTOR_MASK;
    }

    static long type(long event) {
        return event & TYPE_MASK;
    }
}
