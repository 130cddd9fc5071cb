/** Guest-physical to host-physical translation of one domain, walked by the processor. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.paging.EntryFormat;
import org.peaberry.arch.paging.PageTable;
import org.peaberry.arch.paging.TableFrames;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * Orders are binary logarithms of 4 KiB frames. Not safe against concurrent changes: the owner locks. After a mapping was removed,
 * replaced or restricted, {@link #flush}, then make CPUs that run the domain leave it once.
 */
public final class NestedPageTable {
    public static final int ORDER_4K = 0;
    public static final int ORDER_2M = 9;
    public static final int ORDER_1G = 18;
    private static final int ORDER_STEP = 9;

    private final PageTable table;
    private final int largestOrder;
    private long generation;

    /** @param largestLeaf a level of {@link PageTable} */
    public NestedPageTable(EntryFormat format, TableFrames frames, int largestLeaf) {
        this.table = new PageTable(format, frames, largestLeaf);
        this.largestOrder = (largestLeaf - PageTable.LEVEL_4K) * ORDER_STEP;
    }

    /** The greatest order of a page that the processor supports. */
    public int largestOrder() {
        return largestOrder;
    }

    /** What the processor is given. */
    public HostFrame root() {
        return table.root();
    }

    /**
     * Maps 2^order frames, replacing what was there; a larger page is split.
     *
     * @param access {@link org.peaberry.arch.paging.Access} bits
     * @return false when there is no memory for tables: then part may be mapped
     */
    public boolean map(GuestFrame first, HostFrame frame, int order, int access) {
        return table.map(first.address().toLong(), frame.address(), HostFrame.SIZE << order, access);
    }

    /** Takes 2^order frames out; false when there is no memory to split a larger page. */
    public boolean unmap(GuestFrame first, int order) {
        return table.unmap(first.address().toLong(), HostFrame.SIZE << order);
    }

    /** The host frame, or the frame number {@link TableFrames#NONE}. */
    public HostFrame lookup(GuestFrame frame) {
        return table.frame(frame.address().toLong());
    }

    /** {@link org.peaberry.arch.paging.Access} bits of a frame; NONE when it is not mapped. */
    public int access(GuestFrame frame) {
        return table.access(frame.address().toLong());
    }

    /** Order of the page that maps a frame, or -1. */
    public int order(GuestFrame frame) {
        int level = table.leafLevel(frame.address().toLong());
        return level == 0 ? -1 : (level - PageTable.LEVEL_4K) * ORDER_STEP;
    }

    /** Makes every virtual CPU forget its translations before it enters the guest again. */
    public void flush() {
        generation++;
    }

    /** Changes with every {@link #flush}. */
    public long generation() {
        return generation;
    }

    /** Gives the tables' memory back. */
    public void destroy() {
        table.destroy();
    }
}
