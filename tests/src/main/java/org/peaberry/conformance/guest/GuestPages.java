/** Pages of 4 KiB with rights of every kind, far above the memory that the boot code maps. Intel SDM vol. 3, section 4.5. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.unboxed.Address;

final class GuestPages {
    static final long SIZE = 4096;
    /** The first page's virtual address: the second slot of the root table. */
    static final long BASE = 1L << 39;

    static final long PRESENT = 1L << 0;
    static final long WRITABLE = 1L << 1;
    static final long USER = 1L << 2;
    static final long ACCESSED = 1L << 5;
    static final long DIRTY = 1L << 6;
    static final long NO_EXECUTE = 1L << 63;

    private static final int COUNT = 16;
    private static final long ALL_RIGHTS = PRESENT | WRITABLE | USER;
    private static final long ADDRESS = 0x000f_ffff_ffff_f000L;
    private static final long ROOT_SLOT = Long.BYTES;
    private static final long POINTERS = TestMemory.PAGE_TABLES;
    private static final long DIRECTORY = POINTERS + SIZE;
    private static final long TABLE = DIRECTORY + SIZE;

    private GuestPages() {
    }

    /** Hangs the tables below the root that is in use; page n is frame n, with all rights. */
    static void install() {
        Address.of(POINTERS).store(DIRECTORY | ALL_RIGHTS);
        Address.of(DIRECTORY).store(TABLE | ALL_RIGHTS);
        for (int i = 0; i < COUNT; i++) {
            map(i, ALL_RIGHTS);
        }
        rootEntry().store(POINTERS | ALL_RIGHTS);
        flush();
    }

    static void remove() {
        rootEntry().store(0L);
        flush();
    }

    static long address(int page) {
        return BASE + page * SIZE;
    }

    static long frame(int page) {
        return TestMemory.FRAMES + page * SIZE;
    }

    static void map(int page, long rights) {
        mapTo(page, frame(page), rights);
    }

    static void mapTo(int page, long physical, long rights) {
        entry(page).store(physical | rights);
        Processor.invalidatePage(Address.of(address(page)));
    }

    /** The page-table entry, for what is not mapped so simply; {@link #flush} afterwards. */
    static Address entry(int page) {
        return Address.of(TABLE + (long) page * Long.BYTES);
    }

    /** The entry that leads to the page table. */
    static Address directoryEntry() {
        return Address.of(DIRECTORY);
    }

    static void flush() {
        Processor.writeCr3(Processor.readCr3());
    }

    private static Address rootEntry() {
        return Address.of((Processor.readCr3() & ADDRESS) + ROOT_SLOT);
    }
}
