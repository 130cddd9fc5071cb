/** What VM-execution controls must be. Intel SDM vol. 3, section 26.2.1.1, in its order; rules of two controls are in {@link DependencyRule}. */
package org.peaberry.arch.vmx.diagnosis;

public enum ExecutionControlRule implements Rule {
    PIN_MANDATORY("bits that this processor fixes to 1 (IA32_VMX_TRUE_PINBASED_CTLS) must be 1"),
    PIN_ALLOWED("bits that this processor fixes to 0 (IA32_VMX_TRUE_PINBASED_CTLS) must be 0"),
    PRIMARY_MANDATORY("bits that this processor fixes to 1 (IA32_VMX_TRUE_PROCBASED_CTLS) must be 1"),
    PRIMARY_ALLOWED("bits that this processor fixes to 0 (IA32_VMX_TRUE_PROCBASED_CTLS) must be 0"),
    SECONDARY_MANDATORY("bits that this processor fixes to 1 (IA32_VMX_PROCBASED_CTLS2) must be 1"),
    SECONDARY_ALLOWED("bits that this processor fixes to 0 (IA32_VMX_PROCBASED_CTLS2) must be 0"),
    TERTIARY_ALLOWED("bits that this processor fixes to 0 (IA32_VMX_PROCBASED_CTLS3) must be 0"),
    CR3_TARGETS("must not exceed the number of CR3-target values (IA32_VMX_MISC bits 24:16, usually 4)"),
    /** Bits 11:0 of a page's address, 5:0 of a posted-interrupt descriptor's, 2:0 of the PID-pointer table's. */
    STRUCTURE_ALIGNMENT("low bits of the address must be 0: the structure is aligned"),
    STRUCTURE_WIDTH("the address must not have bits beyond the physical-address width"),
    THRESHOLD_RESERVED("bits 31:4 must be 0 with TPR shadow and without virtual-interrupt delivery"),
    THRESHOLD_ABOVE_PRIORITY("must not be above bits 7:4 of VTPR in the virtual-APIC page, with neither APIC accesses nor interrupt delivery virtualized"),
    POSTED_VECTOR("bits 15:8 must be 0: the notification vector is 0..255"),
    VPID_ZERO("must not be 0 with VPID enabled: that is the host's"),
    EPT_MEMORY_TYPE("memory type (bits 2:0) must be one that IA32_VMX_EPT_VPID_CAP reports: 0, uncacheable, or 6, write-back"),
    EPT_WALK_LENGTH("page-walk length less 1 (bits 5:3) must be one that IA32_VMX_EPT_VPID_CAP reports: 3, four levels, or 4, five levels"),
    EPT_ACCESSED_DIRTY("bit 6 must be 0: this processor has no accessed and dirty flags in EPT"),
    EPT_SHADOW_STACK("bit 7 must be 0: this processor has no supervisor shadow-stack control in EPT"),
    EPT_RESERVED("bits 11:8 must be 0"),
    EPT_WIDTH("the address must not have bits beyond the physical-address width"),
    FUNCTIONS_ALLOWED("bits that this processor fixes to 0 (IA32_VMX_VMFUNC) must be 0"),
    SWITCHING_WITHOUT_EPT("EPTP switching (bit 0) needs the EPT control"),
    TSC_MULTIPLIER("must not be 0 with TSC scaling"),
    HLAT_RESERVED("bits 2:0 and 11:5 must be 0"),
    HLAT_WIDTH("the address must not have bits beyond the physical-address width"),
    LAST_PID_WIDTH("the last entry of the PID-pointer table, at the table's address + 8 x index, must not lie beyond the physical-address width");

    private final String statement;

    ExecutionControlRule(String statement) {
        this.statement = statement;
    }

    @Override
    public String section() {
        return "26.2.1.1";
    }

    @Override
    public String statement() {
        return statement;
    }
}
