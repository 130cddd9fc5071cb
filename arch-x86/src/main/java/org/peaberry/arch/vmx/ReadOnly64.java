/** 64-bit VMCS fields that only the processor writes, in the manual's order. Intel SDM vol. 3, appendix B, table B-5. */
package org.peaberry.arch.vmx;

public enum ReadOnly64 implements VmcsField {
    GUEST_PHYSICAL_ADDRESS(0x2400);

    private final int encoding;

    ReadOnly64(int encoding) {
        this.encoding = encoding;
    }

    @Override
    public int encoding() {
        return encoding;
    }
}
