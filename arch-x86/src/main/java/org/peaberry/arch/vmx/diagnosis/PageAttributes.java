/** The page-attribute table as a value that may be loaded. Intel SDM vol. 3, table 12-10. */
package org.peaberry.arch.vmx.diagnosis;

final class PageAttributes {
    private static final int BYTE_MASK = 0xff;
    /** A bit for each memory type: 0, 1, 4, 5, 6, 7. */
    private static final int TYPES = 1 << 0 | 1 << 1 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7;

    private PageAttributes() {
    }

    /** The bytes that are no memory type, as ones. */
    static long wrongBytes(long table) {
        long wrong = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int type = (int) (table >>> shift) & BYTE_MASK;
            if (type >= Integer.SIZE || (TYPES >>> type & 1) == 0) {
                wrong |= (long) BYTE_MASK << shift;
            }
        }
        return wrong;
    }
}
