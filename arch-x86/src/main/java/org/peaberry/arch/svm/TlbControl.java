/** What VMRUN does to translations, VMCB offset 0x05C. AMD APM vol. 2, section 15.16.2. */
package org.peaberry.arch.svm;

final class TlbControl {
    static final byte KEEP = 0;
    /** Of every ASID; present on every processor. */
    static final byte FLUSH_ALL = 1;
    /** Of this ASID; with FLUSH_BY_ASID. */
    static final byte FLUSH_GUEST = 3;
    static final byte FLUSH_GUEST_NON_GLOBAL = 7;

    private TlbControl() {
    }
}
