/** 32-bit VMCS fields that only the processor writes, in the manual's order. Intel SDM vol. 3, appendix B, table B-9. */
package org.peaberry.arch.vmx;

public enum ReadOnly32 implements VmcsField {
    INSTRUCTION_ERROR(0x4400),
    EXIT_REASON(0x4402),
    EXIT_INTERRUPTION_INFORMATION(0x4404),
    EXIT_INTERRUPTION_ERROR_CODE(0x4406),
    IDT_VECTORING_INFORMATION(0x4408),
    IDT_VECTORING_ERROR_CODE(0x440A),
    EXIT_INSTRUCTION_LENGTH(0x440C),
    EXIT_INSTRUCTION_INFORMATION(0x440E);

    private final int encoding;

    ReadOnly32(int encoding) {
        this.encoding = encoding;
    }

    @Override
    public int encoding() {
        return encoding;
    }
}
