/** What a VMCS field is for, bits 10 and 11 of its encoding, in their order. Intel SDM vol. 3, table 25-21. */
package org.peaberry.arch.vmx;

public enum FieldKind {
    CONTROL,
    /** Information about an exit. */
    READ_ONLY,
    GUEST, HOST;

    private static final int SHIFT = 10;
    private static final int MASK = 3;
    private static final FieldKind[] ALL = values();

    public static FieldKind of(int encoding) {
        return ALL[encoding >> SHIFT & MASK];
    }
}
