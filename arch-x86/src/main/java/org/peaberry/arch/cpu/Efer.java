/** Bits of the extended feature enable register. AMD APM vol. 2, section 3.1.7. */
package org.peaberry.arch.cpu;

public final class Efer {
    public static final long SYSTEM_CALL = 1L << 0;
    public static final long LONG_MODE_ENABLE = 1L << 8;
    public static final long LONG_MODE_ACTIVE = 1L << 10;
    public static final long NO_EXECUTE = 1L << 11;
    public static final long SVM = 1L << 12;
    public static final long LONG_MODE_SEGMENT_LIMIT = 1L << 13;
    public static final long FAST_FXSAVE = 1L << 14;
    public static final long TRANSLATION_CACHE_EXTENSION = 1L << 15;

    private Efer() {
    }
}
