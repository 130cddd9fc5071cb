/** The modes that a guest of the tests can be in. */
package org.peaberry.arch.vmx.diagnosis;

enum GuestMode {
    REAL, PROTECTED, EXTENDED_PAGING, VIRTUAL_8086, COMPATIBILITY, LONG,
    /** 64-bit mode with neither EPT nor unrestricted guest. */
    LONG_WITHOUT_EPT;

    boolean isLong() {
        return this == COMPATIBILITY || this == LONG || this == LONG_WITHOUT_EPT;
    }

    boolean hasPaging() {
        return isLong() || this == EXTENDED_PAGING;
    }
}
