/** Secondary processor-based VM-execution controls. Intel SDM vol. 3, table 25-7. */
package org.peaberry.arch.vmx;

public final class SecondaryControls {
    public static final int VIRTUALIZE_APIC_ACCESSES = 1 << 0;
    public static final int EPT = 1 << 1;
    public static final int DESCRIPTOR_TABLE_EXITING = 1 << 2;
    public static final int RDTSCP = 1 << 3;
    public static final int VIRTUALIZE_X2APIC = 1 << 4;
    public static final int VPID = 1 << 5;
    public static final int WBINVD_EXITING = 1 << 6;
    public static final int UNRESTRICTED_GUEST = 1 << 7;
    public static final int APIC_REGISTER_VIRTUALIZATION = 1 << 8;
    public static final int VIRTUAL_INTERRUPT_DELIVERY = 1 << 9;
    public static final int PAUSE_LOOP_EXITING = 1 << 10;
    public static final int RDRAND_EXITING = 1 << 11;
    public static final int INVPCID = 1 << 12;
    public static final int VM_FUNCTIONS = 1 << 13;
    public static final int VMCS_SHADOWING = 1 << 14;
    public static final int ENCLS_EXITING = 1 << 15;
    public static final int RDSEED_EXITING = 1 << 16;
    public static final int PAGE_MODIFICATION_LOG = 1 << 17;
    public static final int EPT_VIOLATION_EXCEPTIONS = 1 << 18;
    public static final int CONCEAL_FROM_TRACE = 1 << 19;
    public static final int XSAVES = 1 << 20;
    public static final int PASID_TRANSLATION = 1 << 21;
    public static final int MODE_BASED_EXECUTE = 1 << 22;
    public static final int SUB_PAGE_PERMISSIONS = 1 << 23;
    public static final int TRACE_GUEST_PHYSICAL = 1 << 24;
    public static final int TSC_SCALING = 1 << 25;
    public static final int USER_WAIT_AND_PAUSE = 1 << 26;
    public static final int PCONFIG = 1 << 27;
    public static final int ENCLV_EXITING = 1 << 28;

    private SecondaryControls() {
    }
}
