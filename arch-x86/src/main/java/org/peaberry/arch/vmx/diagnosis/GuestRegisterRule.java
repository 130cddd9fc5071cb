/** What the guest's control registers, debug register and model-specific registers must be. Intel SDM vol. 3, section 26.3.1.1, in its order. */
package org.peaberry.arch.vmx.diagnosis;

public enum GuestRegisterRule implements Rule {
    CR0_MANDATORY("bits that IA32_VMX_CR0_FIXED0 has must be 1, but PE and PG of an unrestricted guest"),
    CR0_ALLOWED("bits that IA32_VMX_CR0_FIXED1 lacks must be 0"),
    PAGING_WITHOUT_PROTECTION("PG (bit 31) needs PE (bit 0)"),
    CR4_MANDATORY("bits that IA32_VMX_CR4_FIXED0 has must be 1"),
    CR4_ALLOWED("bits that IA32_VMX_CR4_FIXED1 lacks must be 0"),
    CONTROL_FLOW_WRITE_PROTECT("CR4.CET (bit 23) needs CR0.WP (bit 16)"),
    DEBUG_CONTROL("bits that are reserved in IA32_DEBUGCTL must be 0"),
    LONG_MODE_PAGING("PG (bit 31) must be 1 with IA-32e mode guest (entry bit 9)"),
    LONG_MODE_ADDRESS_EXTENSION("PAE (bit 5) must be 1 with IA-32e mode guest (entry bit 9)"),
    CONTEXT_IDS("PCIDE (bit 17) must be 0 without IA-32e mode guest (entry bit 9)"),
    CR3_WIDTH("must not have bits beyond the physical-address width"),
    DR7_HIGH("bits 63:32 must be 0 with load debug controls"),
    SYSENTER_CANONICAL("must be canonical"),
    CONTROL_FLOW_RESERVED("bits 9:6 are reserved in IA32_S_CET and must be 0"),
    CONTROL_FLOW_TRACKER("SUPPRESS (bit 10) and TRACKER (bit 11) must not both be 1"),
    PERFORMANCE_RESERVED("bits that are reserved in IA32_PERF_GLOBAL_CTRL must be 0"),
    PAGE_ATTRIBUTES("each byte must be 0 (UC), 1 (WC), 4 (WT), 5 (WP), 6 (WB) or 7 (UC-)"),
    EFER_RESERVED("bits that are reserved in IA32_EFER must be 0"),
    EFER_ACTIVE("LMA (bit 10) must equal IA-32e mode guest (entry bit 9)"),
    EFER_ENABLE("LME (bit 8) must equal LMA (bit 10) while CR0.PG is 1"),
    BOUND_RESERVED("bits 11:2 are reserved in IA32_BNDCFGS and must be 0"),
    BOUND_CANONICAL("the address in bits 63:12 must be canonical"),
    TRACE_RESERVED("bits that are reserved in IA32_RTIT_CTL must be 0"),
    LAST_BRANCH_RESERVED("bits that are reserved in IA32_LBR_CTL must be 0"),
    PROTECTION_KEYS("bits 63:32 must be 0"),
    USER_INTERRUPT_VECTOR("bits 15:8 must be 0: a vector is 0..255");

    private final String statement;

    GuestRegisterRule(String statement) {
        this.statement = statement;
    }

    @Override
    public String section() {
        return "26.3.1.1";
    }

    @Override
    public String statement() {
        return statement;
    }
}
