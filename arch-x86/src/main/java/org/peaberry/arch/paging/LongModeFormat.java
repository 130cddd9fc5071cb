/** Entries of long-mode page tables. Intel SDM vol. 3, tables 4-15 to 4-20; AMD APM vol. 2, section 5.4. */
package org.peaberry.arch.paging;

import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** AMD's nested tables have the same entries; they are walked as if in user mode (APM vol. 2, section 15.25.5). */
public final class LongModeFormat extends EntryFormat {
    static final long PRESENT = 1L << 0;
    static final long WRITABLE = 1L << 1;
    static final long USER = 1L << 2;
    static final long WRITE_THROUGH = 1L << 3;
    static final long CACHE_DISABLE = 1L << 4;
    static final long ACCESSED = 1L << 5;
    static final long DIRTY = 1L << 6;
    static final long LARGE = 1L << 7;
    static final long GLOBAL = 1L << 8;
    static final long NO_EXECUTE = 1L << 63;
    static final long ADDRESS_MASK = 0x000f_ffff_ffff_f000L;
    /** Entry 3 of the page attribute table: uncacheable after reset. SDM vol. 3, table 12-12. */
    private static final long UNCACHED = WRITE_THROUGH | CACHE_DISABLE;

    /** The hypervisor's own tables. */
    public static final LongModeFormat HOST = new LongModeFormat(PRESENT | WRITABLE, PRESENT | GLOBAL | ACCESSED);
    /** AMD's nested tables. */
    public static final LongModeFormat NESTED = new LongModeFormat(PRESENT | WRITABLE | USER, PRESENT | USER | ACCESSED);

    private final long tableBits;
    private final long leafBits;

    private LongModeFormat(long tableBits, long leafBits) {
        this.tableBits = tableBits;
        this.leafBits = leafBits;
    }

    @Override
    public long leaf(PhysicalAddress memory, int level, int access) {
        long entry = memory.toLong() | leafBits;
        if (level > 1) {
            entry |= LARGE;
        }
        if ((access & Access.WRITE) != 0) {
            entry |= WRITABLE | DIRTY;
        }
        if ((access & Access.EXECUTE) == 0) {
            entry |= NO_EXECUTE;
        }
        if ((access & Access.UNCACHED) != 0) {
            entry |= UNCACHED;
        }
        return entry;
    }

    @Override
    public long table(HostFrame table) {
        return table.address().toLong() | tableBits;
    }

    @Override
    public boolean isPresent(long entry) {
        return (entry & PRESENT) != 0;
    }

    @Override
    public boolean isLeaf(long entry, int level) {
        return level == 1 || (entry & LARGE) != 0;
    }

    @Override
    public PhysicalAddress address(long entry) {
        return PhysicalAddress.of(entry & ADDRESS_MASK);
    }

    @Override
    public int access(long entry) {
        int access = Access.READ;
        if ((entry & WRITABLE) != 0) {
            access |= Access.WRITE;
        }
        if ((entry & NO_EXECUTE) == 0) {
            access |= Access.EXECUTE;
        }
        if ((entry & UNCACHED) == UNCACHED) {
            access |= Access.UNCACHED;
        }
        return access;
    }
}
