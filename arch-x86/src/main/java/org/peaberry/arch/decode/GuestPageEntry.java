/** Bits of a guest's page-table entries, the same in all formats. Intel SDM vol. 3, tables 4-5 to 4-20. */
package org.peaberry.arch.decode;

final class GuestPageEntry {
    static final long PRESENT = 1L << 0;
    static final long WRITABLE = 1L << 1;
    static final long USER = 1L << 2;
    static final long ACCESSED = 1L << 5;
    static final long DIRTY = 1L << 6;
    static final long LARGE = 1L << 7;
    static final long NO_EXECUTE = 1L << 63;
    /** Bits 12 to 51. */
    static final long ADDRESS = 0x000f_ffff_ffff_f000L;
    /** In a 4 MiB leaf of two-level tables, bits 13 to 20 are bits 32 to 39 of the address. Intel SDM vol. 3, table 4-4. */
    private static final int HIGH_BITS_SHIFT = 13;
    private static final long HIGH_BITS = 0xff;
    private static final int LARGE_SHIFT_32 = 22;
    private static final long LOW_WORD = 0xffff_ffffL;

    private GuestPageEntry() {
    }

    /** Physical address that a leaf maps a linear one to. */
    static long target(PagingMode mode, long entry, int level, long address) {
        long offset = address & (1L << mode.shift(level)) - 1;
        if (mode == PagingMode.TWO_LEVELS && level > 1) {
            long high = (entry >>> HIGH_BITS_SHIFT & HIGH_BITS) << Integer.SIZE;
            return high | (entry & LOW_WORD) >>> LARGE_SHIFT_32 << LARGE_SHIFT_32 | offset;
        }
        return (entry & ADDRESS) >>> mode.shift(level) << mode.shift(level) | offset;
    }
}
