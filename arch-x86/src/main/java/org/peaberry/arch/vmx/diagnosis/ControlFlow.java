/** IA32_S_CET, which enables shadow stacks and indirect-branch tracking. Intel SDM vol. 1, section 17.1.3. */
package org.peaberry.arch.vmx.diagnosis;

final class ControlFlow {
    /** Bits 9:6. */
    static final long RESERVED = 0x3c0;
    private static final long SUPPRESS = 1L << 10;
    private static final long TRACKER = 1L << 11;

    private ControlFlow() {
    }

    static boolean isTrackerGood(long value) {
        return (value & (SUPPRESS | TRACKER)) != (SUPPRESS | TRACKER);
    }
}
