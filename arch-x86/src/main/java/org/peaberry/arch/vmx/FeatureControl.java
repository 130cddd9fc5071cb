/** Bits of the register by which firmware permits VT-x. Intel SDM vol. 3, section 24.7. */
package org.peaberry.arch.vmx;

final class FeatureControl {
    /** No bit can be changed until the next reset. */
    static final long LOCKED = 1L << 0;
    static final long VMX_OUTSIDE_SMX = 1L << 2;

    private FeatureControl() {
    }
}
