/** What VM-exit controls must be. Intel SDM vol. 3, section 26.2.1.2. */
package org.peaberry.arch.vmx.diagnosis;

public enum ExitControlRule implements Rule {
    EXIT_MANDATORY("bits that this processor fixes to 1 (IA32_VMX_TRUE_EXIT_CTLS) must be 1"),
    EXIT_ALLOWED("bits that this processor fixes to 0 (IA32_VMX_TRUE_EXIT_CTLS) must be 0"),
    SECONDARY_EXIT_ALLOWED("bits that this processor fixes to 0 (IA32_VMX_EXIT_CTLS2) must be 0"),
    MSR_AREA_ALIGNMENT("bits 3:0 of the address must be 0 while its count is not 0"),
    MSR_AREA_WIDTH("the address must not have bits beyond the physical-address width while its count is not 0"),
    MSR_AREA_END("the last byte of the area, at address + 16 x count - 1, must not lie beyond the physical-address width");

    private final String statement;

    ExitControlRule(String statement) {
        this.statement = statement;
    }

    @Override
    public String section() {
        return "26.2.1.2";
    }

    @Override
    public String statement() {
        return statement;
    }
}
