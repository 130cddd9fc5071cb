/** Miscellaneous VMX data. Intel SDM vol. 3, appendix A.6. */
package org.peaberry.arch.vmx.diagnosis;

final class VmxMiscellaneous {
    /** Bit 6 is for activity state 1, bit 7 for 2, bit 8 for 3. */
    static final int ACTIVITY_SHIFT = 5;
    static final int CR3_TARGETS_SHIFT = 16;
    static final int CR3_TARGETS_MASK = 0x1ff;
    /** A software event may be injected with an instruction length of 0. */
    static final long ZERO_LENGTH_INJECTION = 1L << 30;

    private VmxMiscellaneous() {
    }
}
