/** Sizes as Xen's command line writes them: a number with an optional suffix B, K, M, G or T. */
package org.peaberry.kernel.options;

/** Without a suffix a number is in KiB (Xen's command-line documentation, "&lt;size&gt;"). */
final class MemorySize {
    /** {@link #parse} of something else. */
    static final long MALFORMED = -1;

    private static final String SUFFIXES = "BKMGT";
    private static final int SHIFT_PER_SUFFIX = 10;
    private static final int KIBIBYTES = 1;
    private static final long TOO_LARGE = 1L << 44;

    private MemorySize() {
    }

    /** Bytes, or {@link #MALFORMED}. */
    static long parse(String text) {
        int digits = 0;
        long value = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            value = value * 10 + text.charAt(digits++) - '0';
            if (value >= TOO_LARGE) {
                return MALFORMED;
            }
        }
        if (digits == 0 || digits + 1 < text.length()) {
            return MALFORMED;
        }
        int unit = digits == text.length() ? KIBIBYTES : SUFFIXES.indexOf(Character.toUpperCase(text.charAt(digits)));
        if (unit < 0 || value << SHIFT_PER_SUFFIX * unit >> SHIFT_PER_SUFFIX * unit != value) {
            return MALFORMED;
        }
        return value << SHIFT_PER_SUFFIX * unit;
    }
}
