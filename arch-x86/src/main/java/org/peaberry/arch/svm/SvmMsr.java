/** Bits of the model-specific registers that turn AMD-V on. AMD APM vol. 2, sections 15.30.1 and 15.31. */
package org.peaberry.arch.svm;

final class SvmMsr {
    static final long VM_CR_LOCK = 1L << 3;
    static final long VM_CR_SVM_DISABLED = 1L << 4;
    /** Bits 32..39: integer part. */
    static final long TSC_RATIO_ONE = 1L << 32;

    private SvmMsr() {
    }
}
