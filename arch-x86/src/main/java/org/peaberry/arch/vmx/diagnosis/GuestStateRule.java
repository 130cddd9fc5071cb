/** What the rest of the guest-state area must be. Intel SDM vol. 3, sections 26.3.1.3 to 26.3.1.6, in their order. */
package org.peaberry.arch.vmx.diagnosis;

public enum GuestStateRule implements Rule {
    TABLE_BASE_CANONICAL("26.3.1.3", "must be canonical"),
    TABLE_LIMIT("26.3.1.3", "bits 31:16 must be 0"),
    RIP_HIGH("26.3.1.4", "bits 63:32 must be 0 outside of 64-bit mode"),
    RIP_TOP("26.3.1.4", "bits above the linear-address width must all be equal in 64-bit mode"),
    RFLAGS_RESERVED("26.3.1.4", "bits 63:22, 15, 5 and 3 must be 0"),
    RFLAGS_ONE("26.3.1.4", "bit 1 must be 1"),
    RFLAGS_VIRTUAL_8086("26.3.1.4", "VM (bit 17) must be 0 in IA-32e mode and in real mode"),
    RFLAGS_INTERRUPT("26.3.1.4", "IF (bit 9) must be 1 to inject an external interrupt"),
    SHADOW_STACK_ALIGNMENT("26.3.1.4", "bits 1:0 must be 0"),
    SHADOW_STACK_TOP("26.3.1.4", "bits above the linear-address width must all be equal"),
    SHADOW_STACK_TABLE_CANONICAL("26.3.1.4", "must be canonical"),
    ACTIVITY_UNKNOWN("26.3.1.5", "must be 0 (active), or 1 (HLT), 2 (shutdown), 3 (wait for SIPI) where IA32_VMX_MISC bits 8:6 report it"),
    ACTIVITY_HLT_PRIVILEGE("26.3.1.5", "must not be 1 (HLT) while the DPL of SS is not 0"),
    ACTIVITY_BLOCKED("26.3.1.5", "must be 0 (active) while STI or MOV SS blocks"),
    ACTIVITY_EVENT("26.3.1.5", "must be able to take the injected event: HLT takes interrupts, NMI, #DB, #MC, MTF; shutdown NMI and #MC; wait for SIPI none"),
    ACTIVITY_SMM("26.3.1.5", "must not be 3 (wait for SIPI) with entry to SMM"),
    BLOCKING_RESERVED("26.3.1.5", "bits 31:5 must be 0"),
    BLOCKING_BOTH("26.3.1.5", "STI (bit 0) and MOV SS (bit 1) must not both block"),
    BLOCKING_STI("26.3.1.5", "STI (bit 0) must not block while RFLAGS.IF is 0"),
    BLOCKING_INTERRUPT("26.3.1.5", "neither STI (bit 0) nor MOV SS (bit 1) may block when an external interrupt is injected"),
    BLOCKING_NMI_MOV_SS("26.3.1.5", "MOV SS (bit 1) must not block when an NMI is injected"),
    BLOCKING_NMI_STI("26.3.1.5", "STI (bit 0) must not block when an NMI is injected: some processors demand it, and this one refused the entry"),
    BLOCKING_SMI("26.3.1.5", "SMI (bit 2) must not be blocked outside of system management mode"),
    BLOCKING_ENTRY_TO_SMM("26.3.1.5", "SMI (bit 2) must be blocked with entry to SMM"),
    BLOCKING_VIRTUAL_NMI("26.3.1.5", "NMI (bit 3) must not be blocked when an NMI is injected with virtual NMIs"),
    BLOCKING_ENCLAVE_MOV_SS("26.3.1.5", "MOV SS (bit 1) must not block after an enclave interruption (bit 4)"),
    BLOCKING_ENCLAVE("26.3.1.5", "enclave interruption (bit 4) must be 0: this processor has no SGX"),
    PENDING_RESERVED("26.3.1.5", "bits 10:4, 13, 15 and 63:17 must be 0, and 11 where there is no bus-lock detection"),
    PENDING_STEP_MISSING("26.3.1.5", "BS (bit 14) must be 1: STI or MOV SS blocks or the guest is in HLT, with RFLAGS.TF = 1 and DEBUGCTL.BTF = 0"),
    PENDING_STEP("26.3.1.5", "BS (bit 14) must be 0: STI or MOV SS blocks or the guest is in HLT, with RFLAGS.TF = 0 or DEBUGCTL.BTF = 1"),
    PENDING_TRANSACTION("26.3.1.5", "RTM (bit 16) must come with bit 12 and without bits 11:0, 14"),
    PENDING_TRANSACTION_ABSENT("26.3.1.5", "RTM (bit 16) must be 0: this processor has no RTM"),
    PENDING_TRANSACTION_MOV_SS("26.3.1.5", "RTM (bit 16) must be 0 while MOV SS blocks"),
    LINK_ALIGNMENT("26.3.1.5", "bits 11:0 must be 0, unless it is all ones"),
    LINK_WIDTH("26.3.1.5", "must not have bits beyond the physical-address width, unless it is all ones"),
    LINK_REVISION("26.3.1.5", "must point to memory with a VMCS of this processor's revision (IA32_VMX_BASIC bits 30:0)"),
    LINK_SHADOW("26.3.1.5", "must point to a VMCS whose shadow indicator (bit 31 of its first word) equals VMCS shadowing (secondary bit 14)"),
    LINK_CURRENT("26.3.1.5", "must not point to the current VMCS"),
    PDPTE_RESERVED("26.3.1.6", "bits 2:1, 8:5 and those beyond the physical-address width must be 0 in a present entry");

    private final String section;
    private final String statement;

    GuestStateRule(String section, String statement) {
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
