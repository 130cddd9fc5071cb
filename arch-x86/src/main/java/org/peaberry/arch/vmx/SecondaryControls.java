/** Secondary processor-based VM-execution controls. Intel SDM vol. 3, table 25-7. */
package org.peaberry.arch.vmx;

final class SecondaryControls {
    static final int VIRTUALIZE_APIC_ACCESSES = 1 << 0;
    static final int EPT = 1 << 1;
    static final int DESCRIPTOR_TABLE_EXITING = 1 << 2;
    static final int RDTSCP = 1 << 3;
    static final int VIRTUALIZE_X2APIC = 1 << 4;
    static final int VPID = 1 << 5;
    static final int WBINVD_EXITING = 1 << 6;
    static final int UNRESTRICTED_GUEST = 1 << 7;
    static final int APIC_REGISTER_VIRTUALIZATION = 1 << 8;
    static final int VIRTUAL_INTERRUPT_DELIVERY = 1 << 9;
    static final int PAUSE_LOOP_EXITING = 1 << 10;
    static final int RDRAND_EXITING = 1 << 11;
    static final int INVPCID = 1 << 12;
    static final int VM_FUNCTIONS = 1 << 13;
    static final int VMCS_SHADOWING = 1 << 14;
    static final int ENCLS_EXITING = 1 << 15;
    static final int RDSEED_EXITING = 1 << 16;
    static final int PAGE_MODIFICATION_LOG = 1 << 17;
    static final int EPT_VIOLATION_EXCEPTIONS = 1 << 18;
    static final int CONCEAL_FROM_TRACE = 1 << 19;
    static final int XSAVES = 1 << 20;
    static final int MODE_BASED_EXECUTE = 1 << 22;
    static final int SUB_PAGE_PERMISSIONS = 1 << 23;
    static final int TRACE_GUEST_PHYSICAL = 1 << 24;
    static final int TSC_SCALING = 1 << 25;
    static final int USER_WAIT_AND_PAUSE = 1 << 26;
    static final int PCONFIG = 1 << 27;
    static final int ENCLV_EXITING = 1 << 28;

    private SecondaryControls() {
    }
}
