/** Tertiary processor-based VM-execution controls. Intel SDM vol. 3, table 25-8. */
package org.peaberry.arch.vmx.diagnosis;

final class TertiaryControls {
    static final int LOADIWKEY_EXITING = 1 << 0;
    static final int HYPERVISOR_LINEAR_TRANSLATION = 1 << 1;
    static final int EPT_PAGING_WRITE = 1 << 2;
    static final int GUEST_PAGING_VERIFICATION = 1 << 3;
    static final int IPI_VIRTUALIZATION = 1 << 4;

    private TertiaryControls() {
    }
}
