/** Memory below 1 MiB for the way through the processor's modes: code, tables and results, all within one real-mode segment. */
package org.peaberry.conformance.guest;

import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

final class ModeMemory {
    /** Where the code begins. */
    static final long LOW = 0x1_0000;
    /** The real-mode segment of it. */
    static final int SEGMENT = (int) (LOW >> 4);
    /** Offsets from there. */
    static final int REAL_VECTORS = 0x6000;
    static final int VECTORS_32 = 0x6800;
    static final int REAL_POINTER = 0x7000;
    static final int POINTER_32 = 0x7010;
    static final int POINTER_64 = 0x7020;
    static final int RESULTS = 0x8000;
    static final int STACK = 0xE000;
    /** Alias of the first megabytes in the page tables of 32-bit modes. */
    static final long ALIAS = 0x4000_0000L;
    /** Mapped by none of them. */
    static final long HOLE = 0x8000_0000L;
    static final long DIRECTORY_32 = TestMemory.MODE_TABLES;
    static final long POINTERS_PAE = TestMemory.MODE_TABLES + 4096;
    private static final long DIRECTORIES_PAE = TestMemory.MODE_TABLES + 2 * 4096;

    private static final int VECTORS = 256;
    private static final int EXCEPTIONS = 32;
    private static final long PRESENT = 1;
    private static final long WRITABLE_LARGE = 1L << 7 | 1L << 1;
    private static final long PAGE = 4096;
    /** Each page directory of PAE paging maps one gigabyte. */
    private static final int GIGABYTES = 4;
    private static final int ENTRIES = 512;
    private static final long LARGE_PAGE = 1L << 21;
    private static final long LARGE_PAGE_32 = 1L << 22;
    private static final int DIRECTORY_SHIFT_32 = 22;
    private static final int DIRECTORY_SHIFT_PAE = 21;

    private ModeMemory() {
    }

    /** Fills all tables. */
    static void prepare() {
        for (long i = RESULTS; i < RESULTS + PAGE; i += Long.BYTES) {
            Address.of(LOW + i).store(0L);
        }
        pointer(REAL_POINTER, VECTORS * 4 - 1, LOW + REAL_VECTORS);
        pointer(POINTER_32, EXCEPTIONS * Long.BYTES - 1, LOW + VECTORS_32);
        pointer(POINTER_64, VECTORS * 16 - 1, RawMemory.symbol("trap_table").toLong());
        tables32();
        tablesPae();
    }

    /** What the code has left, by number. */
    static int result(int index) {
        return Address.of(LOW + RESULTS).loadInt((long) index * Integer.BYTES);
    }

    /** A real-mode interrupt leads to an offset in the segment. */
    static void realVector(int vector, int offset) {
        Address entry = Address.of(LOW + REAL_VECTORS + vector * 4L);
        entry.store((short) offset);
        entry.store(2L, (short) SEGMENT);
    }

    /** An exception of 32-bit modes leads to an offset in the segment. */
    static void vector32(int vector, int offset) {
        long target = LOW + offset;
        int presentInterruptGate = 0x8E00;
        Address entry = Address.of(LOW + VECTORS_32 + vector * 8L);
        entry.store((int) (target & 0xffff | (long) Segments.CODE_32 << Short.SIZE));
        entry.store(4L, (int) (target & 0xffff_0000L | presentInterruptGate));
    }

    private static void pointer(int place, int limit, long base) {
        Address pointer = Address.of(LOW + place);
        pointer.store((short) limit);
        pointer.store(2L, base);
    }

    /** Pages of 4 MiB: everything at its own address but the alias and the hole. */
    private static void tables32() {
        for (int i = 0; i < ENTRIES * 2; i++) {
            long entry = i * LARGE_PAGE_32 | WRITABLE_LARGE | PRESENT;
            if (i == ALIAS >>> DIRECTORY_SHIFT_32) {
                entry = WRITABLE_LARGE | PRESENT;
            } else if (i == HOLE >>> DIRECTORY_SHIFT_32) {
                entry = 0;
            }
            Address.of(DIRECTORY_32).store((long) i * Integer.BYTES, (int) entry);
        }
    }

    /** Pages of 2 MiB, likewise. */
    private static void tablesPae() {
        for (int i = 0; i < GIGABYTES; i++) {
            Address.of(POINTERS_PAE).store((long) i * Long.BYTES, DIRECTORIES_PAE + i * PAGE | PRESENT);
        }
        for (int i = 0; i < GIGABYTES * ENTRIES; i++) {
            long entry = i * LARGE_PAGE | WRITABLE_LARGE | PRESENT;
            if (i == ALIAS >>> DIRECTORY_SHIFT_PAE) {
                entry = WRITABLE_LARGE | PRESENT;
            } else if (i == HOLE >>> DIRECTORY_SHIFT_PAE) {
                entry = 0;
            }
            Address.of(DIRECTORIES_PAE).store((long) i * Long.BYTES, entry);
        }
    }
}
