/** Segment and descriptor-table registers, the first six in the order of their encoding. Intel SDM vol. 2A, table 2-2. */
package org.peaberry.arch.virtualization;

public enum SegmentRegister {
    ES, CS, SS, DS, FS, GS,
    /** Base and limit only. */
    GDTR,
    LDTR,
    /** Base and limit only. */
    IDTR,
    TR;

    private static final SegmentRegister[] ALL = values();

    /** By encoding, 0..5 for ES to GS. */
    public static SegmentRegister of(int encoding) {
        return ALL[encoding];
    }

    public static int count() {
        return ALL.length;
    }
}
