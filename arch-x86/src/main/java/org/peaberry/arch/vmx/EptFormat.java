/** Entries of extended page tables. Intel SDM vol. 3, tables 29-1 to 29-7. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.EntryFormat;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** RAM is write-back unless the guest's page attributes say less; device registers are uncacheable whatever they say. */
public final class EptFormat extends EntryFormat {
    public static final EptFormat INSTANCE = new EptFormat();

    static final long READ = 1L << 0;
    static final long WRITE = 1L << 1;
    static final long EXECUTE = 1L << 2;
    static final int MEMORY_TYPE_SHIFT = 3;
    static final long MEMORY_TYPE_MASK = 7L << MEMORY_TYPE_SHIFT;
    static final long UNCACHEABLE = 0L << MEMORY_TYPE_SHIFT;
    static final long WRITE_BACK = 6L << MEMORY_TYPE_SHIFT;
    static final long IGNORE_PAGE_ATTRIBUTES = 1L << 6;
    static final long LARGE = 1L << 7;
    static final long ADDRESS_MASK = 0x000f_ffff_ffff_f000L;
    private static final long PERMISSIONS = READ | WRITE | EXECUTE;

    private EptFormat() {
    }

    @Override
    public long leaf(PhysicalAddress memory, int level, int access) {
        long entry = memory.toLong() | ((access & Access.UNCACHED) != 0 ? UNCACHEABLE | IGNORE_PAGE_ATTRIBUTES : WRITE_BACK);
        entry |= level > 1 ? LARGE : 0;
        entry |= (access & Access.READ) != 0 ? READ : 0;
        entry |= (access & Access.WRITE) != 0 ? READ | WRITE : 0;
        entry |= (access & Access.EXECUTE) != 0 ? READ | EXECUTE : 0;
        return entry;
    }

    @Override
    public long table(HostFrame table) {
        return table.address().toLong() | PERMISSIONS;
    }

    @Override
    public boolean isPresent(long entry) {
        return (entry & PERMISSIONS) != 0;
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
        int access = (entry & READ) != 0 ? Access.READ : Access.NONE;
        access |= (entry & WRITE) != 0 ? Access.WRITE : 0;
        access |= (entry & EXECUTE) != 0 ? Access.EXECUTE : 0;
        return access | ((entry & MEMORY_TYPE_MASK) == UNCACHEABLE ? Access.UNCACHED : 0);
    }
}
