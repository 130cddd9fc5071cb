/** Width of a VMCS field, bits 13 and 14 of its encoding, in their order. Intel SDM vol. 3, table 25-21. */
package org.peaberry.arch.vmx;

public enum FieldWidth {
    BITS_16, BITS_64, BITS_32,
    /** 64 bits in 64-bit mode. */
    NATURAL;

    private static final int SHIFT = 13;
    private static final int MASK = 3;
    private static final FieldWidth[] ALL = values();

    public static FieldWidth of(int encoding) {
        return ALL[encoding >> SHIFT & MASK];
    }
}
