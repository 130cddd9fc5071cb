/** How one kind of page table writes down its entries. */
package org.peaberry.arch.paging;

import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Levels count from 1, whose entries map 4 KiB. An entry of zero maps nothing. */
public abstract class EntryFormat {
    /** An entry that maps memory. */
    public abstract long leaf(PhysicalAddress memory, int level, int access);

    /** An entry that refers to the table of the next lower level. */
    public abstract long table(HostFrame table);

    public abstract boolean isPresent(long entry);

    /** Whether a present entry maps memory. */
    public abstract boolean isLeaf(long entry, int level);

    /** What a present entry maps, or the table it refers to. */
    public abstract PhysicalAddress address(long entry);

    /** The {@link Access} bits of a leaf. */
    public abstract int access(long entry);
}
