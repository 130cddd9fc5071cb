/** Why a debug exception came, as an exit tells it: bits of DR6 and DR7. Intel SDM vol. 3, table 28-1 and section 18.2. */
package org.peaberry.arch.vmx;

final class DebugCause {
    /** In DR7; the exception clears it. */
    static final long GENERAL_DETECT_ENABLE = 1L << 13;
    private static final long BREAKPOINTS = 0xf;
    /** Debug register access, single step. */
    private static final long OTHERS = 1L << 13 | 1L << 14;

    private DebugCause() {
    }

    /** DR6 after the exception. */
    static long merge(long dr6, long qualification) {
        return dr6 & ~BREAKPOINTS | qualification & (BREAKPOINTS | OTHERS);
    }
}
