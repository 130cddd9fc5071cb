/** What VM-entry controls and an injected event must be. Intel SDM vol. 3, section 26.2.1.3, in its order. */
package org.peaberry.arch.vmx.diagnosis;

public enum EntryControlRule implements Rule {
    ENTRY_MANDATORY("bits that this processor fixes to 1 (IA32_VMX_TRUE_ENTRY_CTLS) must be 1"),
    ENTRY_ALLOWED("bits that this processor fixes to 0 (IA32_VMX_TRUE_ENTRY_CTLS) must be 0"),
    EVENT_TYPE("interruption type (bits 10:8) must not be the reserved one, 1, nor 7 without the monitor trap flag"),
    EVENT_NMI_VECTOR("an NMI (type 2) must have vector 2"),
    EVENT_EXCEPTION_VECTOR("a hardware exception (type 3) must have a vector of at most 31"),
    EVENT_OTHER_VECTOR("an other event (type 7) must have vector 0, a pending MTF exit"),
    EVENT_ERROR_CODE_MISSING("a hardware exception that pushes an error code must be delivered with one (bit 11) in protected mode"),
    EVENT_ERROR_CODE_TYPE("only a hardware exception (type 3) may be delivered with an error code (bit 11)"),
    EVENT_ERROR_CODE_REAL_MODE("with guest CR0.PE = 0 nothing may be delivered with an error code (bit 11)"),
    EVENT_ERROR_CODE_VECTOR("an exception that pushes no error code must be delivered without one (bit 11)"),
    EVENT_RESERVED("bits 30:12 must be 0"),
    EVENT_ERROR_CODE_RESERVED("bits 31:16 must be 0 when an error code is delivered"),
    EVENT_LENGTH("of a software interrupt or exception must be 1..15, or 0 where IA32_VMX_MISC bit 30 is 1"),
    MSR_AREA_ALIGNMENT("bits 3:0 of the address must be 0 while its count is not 0"),
    MSR_AREA_WIDTH("the address must not have bits beyond the physical-address width while its count is not 0"),
    MSR_AREA_END("the last byte of the area, at address + 16 x count - 1, must not lie beyond the physical-address width"),
    ENTRY_TO_SMM("entry to SMM (bit 10) must be 0 outside of system management mode"),
    DEACTIVATE_DUAL_MONITOR("deactivate dual-monitor treatment (bit 11) must be 0 outside of system management mode"),
    TRACE_ENABLED("load IA32_RTIT_CTL (bit 18) must be 0 while Intel PT is enabled (IA32_RTIT_CTL.TraceEn)");

    private final String statement;

    EntryControlRule(String statement) {
        this.statement = statement;
    }

    @Override
    public String section() {
        return this == TRACE_ENABLED ? "26.2.1.1" : "26.2.1.3";
    }

    @Override
    public String statement() {
        return statement;
    }
}
