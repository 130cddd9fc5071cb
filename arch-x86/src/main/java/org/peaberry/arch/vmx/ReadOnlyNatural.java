/** Natural-width VMCS fields that only the processor writes, in the manual's order. Intel SDM vol. 3, appendix B, table B-13. */
package org.peaberry.arch.vmx;

public enum ReadOnlyNatural implements VmcsField {
    EXIT_QUALIFICATION(0x6400),
    IO_RCX(0x6402),
    IO_RSI(0x6404),
    IO_RDI(0x6406),
    IO_RIP(0x6408),
    GUEST_LINEAR_ADDRESS(0x640A);

    private final int encoding;

    ReadOnlyNatural(int encoding) {
        this.encoding = encoding;
    }

    @Override
    public int encoding() {
        return encoding;
    }
}
