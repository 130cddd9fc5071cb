/** What the host-state area must be. Intel SDM vol. 3, sections 26.2.2 to 26.2.4, in their order. */
package org.peaberry.arch.vmx.diagnosis;

public enum HostRule implements Rule {
    CR0_MANDATORY("26.2.2", "bits that IA32_VMX_CR0_FIXED0 has must be 1"),
    CR0_ALLOWED("26.2.2", "bits that IA32_VMX_CR0_FIXED1 lacks must be 0"),
    CR4_MANDATORY("26.2.2", "bits that IA32_VMX_CR4_FIXED0 has must be 1"),
    CR4_ALLOWED("26.2.2", "bits that IA32_VMX_CR4_FIXED1 lacks must be 0"),
    CONTROL_FLOW_WRITE_PROTECT("26.2.2", "CR4.CET (bit 23) needs CR0.WP (bit 16)"),
    CR3_WIDTH("26.2.2", "must not have bits beyond the physical-address width"),
    SYSENTER_CANONICAL("26.2.2", "must be canonical"),
    PERFORMANCE_RESERVED("26.2.2", "bits that are reserved in IA32_PERF_GLOBAL_CTRL must be 0"),
    PAGE_ATTRIBUTES("26.2.2", "each byte must be 0 (UC), 1 (WC), 4 (WT), 5 (WP), 6 (WB) or 7 (UC-)"),
    EFER_RESERVED("26.2.2", "bits that are reserved in IA32_EFER must be 0"),
    EFER_MODE("26.2.2", "LMA (bit 10) and LME (bit 8) must each equal host address-space size (exit bit 9)"),
    CONTROL_FLOW_RESERVED("26.2.2", "bits 9:6 are reserved in IA32_S_CET and must be 0"),
    CONTROL_FLOW_TRACKER("26.2.2", "SUPPRESS (bit 10) and TRACKER (bit 11) must not both be 1"),
    SHADOW_STACK_ALIGNMENT("26.2.2", "bits 1:0 must be 0"),
    SHADOW_STACK_TABLE_CANONICAL("26.2.2", "must be canonical"),
    PROTECTION_KEYS("26.2.2", "bits 63:32 must be 0"),
    SELECTOR_BITS("26.2.3", "RPL (bits 1:0) and TI (bit 2) must be 0"),
    SELECTOR_NULL("26.2.3", "must not be 0"),
    STACK_SELECTOR_NULL("26.2.3", "must not be 0 with a 32-bit host (exit bit 9 is 0)"),
    BASE_CANONICAL("26.2.3", "must be canonical"),
    GUEST_OUTSIDE_LONG_MODE("26.2.4", "IA-32e mode guest (bit 9) must be 0 while the processor is outside of IA-32e mode"),
    HOST_OUTSIDE_LONG_MODE("26.2.4", "host address-space size (bit 9) must be 0 while the processor is outside of IA-32e mode"),
    HOST_IN_LONG_MODE("26.2.4", "host address-space size (bit 9) must be 1 while the processor is in IA-32e mode"),
    HOST_32_GUEST("26.2.4", "IA-32e mode guest (bit 9) must be 0 with a 32-bit host (exit bit 9 is 0)"),
    HOST_32_CONTEXT_IDS("26.2.4", "PCIDE (bit 17) must be 0 with a 32-bit host (exit bit 9 is 0)"),
    HOST_32_RIP("26.2.4", "bits 63:32 must be 0 with a 32-bit host (exit bit 9 is 0)"),
    HOST_32_CONTROL_FLOW("26.2.4", "bits 63:32 must be 0 with a 32-bit host (exit bit 9 is 0)"),
    HOST_64_ADDRESS_EXTENSION("26.2.4", "PAE (bit 5) must be 1 with a 64-bit host (exit bit 9 is 1)"),
    HOST_64_RIP("26.2.4", "must be canonical"),
    HOST_64_CONTROL_FLOW("26.2.4", "must be canonical");

    private final String section;
    private final String statement;

    HostRule(String section, String statement) {
        this.section = section;
        this.statement = statement;
    }

    @Override
    public String section() {
        return section;
    }

    @Override
    public String statement() {
        return statement;
    }
}
