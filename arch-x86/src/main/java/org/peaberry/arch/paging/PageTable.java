/** A tree of page tables: host, nested, any format; maps ranges with the largest pages that fit. */
package org.peaberry.arch.paging;

import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.RecursionLimit;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/**
 * <pre>
 *   bits  47..39     38..30     29..21     20..12     11..0
 *        level 4 ─▶ level 3 ─▶ level 2 ─▶ level 1 ─▶ 4 KiB
 *                   or 1 GiB   or 2 MiB
 * </pre>
 * Addresses are input addresses of the tree (virtual or guest-physical); bits above 47 are ignored. Nothing here invalidates
 * translations: the owner knows whose they are. Not safe against concurrent changes: the owner locks.
 */
public final class PageTable {
    /** Levels of the tree. */
    public static final int LEVELS = 4;
    /** Level whose leaves map 4 KiB. */
    public static final int LEVEL_4K = 1;
    /** Level whose leaves map 2 MiB. */
    public static final int LEVEL_2M = 2;
    /** Level whose leaves map 1 GiB. */
    public static final int LEVEL_1G = 3;
    /** Bytes that the tree can map. */
    public static final long SPAN = 1L << 48;

    private static final int PAGE_SHIFT = 12;
    private static final int INDEX_BITS = 9;
    private static final int ENTRIES = 1 << INDEX_BITS;

    private final EntryFormat format;
    private final TableFrames frames;
    private final int largestLeaf;
    @Owned
    private final long root;

    /**
     * @param largestLeaf the highest level whose leaves the processor supports
     * @throws IllegalStateException when there is no frame for the root
     */
    public PageTable(EntryFormat format, TableFrames frames, int largestLeaf) {
        this.format = format;
        this.frames = frames;
        this.largestLeaf = largestLeaf;
        HostFrame frame = frames.allocate();
        if (TableFrames.isNone(frame)) {
            throw new IllegalStateException("no memory for the root of a page table");
        }
        root = frame.toLong();
    }

    /** Bytes that a leaf of a level maps. */
    public static long leafSize(int level) {
        return 1L << shift(level);
    }

    public HostFrame root() {
        return HostFrame.of(root);
    }

    /**
     * Maps a range; what was mapped there before is replaced.
     *
     * @param from first address, a multiple of 4 KiB
     * @param bytes a multiple of 4 KiB, greater than 0
     * @param to where the first byte is
     * @param access {@link Access} bits
     * @return false when there were not enough frames for tables: then a part of the range is mapped
     */
    public boolean map(long from, PhysicalAddress to, long bytes, int access) {
        if (access == Access.NONE) {
            throw new IllegalArgumentException("a mapping that permits nothing: unmap instead");
        }
        long start = checkedStart(from, bytes);
        return set(root(), LEVELS, start, start + bytes, to.toLong() - start, access);
    }

    /**
     * Takes the mappings of a range away, splitting a large page that is only partly in it.
     *
     * @return false when there was no frame to split a large page with: then it is still mapped
     */
    public boolean unmap(long from, long bytes) {
        long start = checkedStart(from, bytes);
        return set(root(), LEVELS, start, start + bytes, 0, Access.NONE);
    }

    /** Level of the leaf that maps an address, or 0. */
    public int leafLevel(long address) {
        HostFrame table = root();
        for (int level = LEVELS; level > 0; level--) {
            long entry = slot(table, level, address).loadLong();
            if (!format.isPresent(entry)) {
                return 0;
            }
            if (format.isLeaf(entry, level)) {
                return level;
            }
            table = format.address(entry).frame();
        }
        return 0;
    }

    /** Whether an address is mapped. */
    public boolean isMapped(long address) {
        return leafLevel(address) != 0;
    }

    /** The frame that an address is mapped to, or the frame number {@link TableFrames#NONE}. */
    public HostFrame frame(long address) {
        HostFrame table = root();
        for (int level = LEVELS; level > 0; level--) {
            long entry = slot(table, level, address).loadLong();
            if (!format.isPresent(entry)) {
                break;
            }
            if (format.isLeaf(entry, level)) {
                return format.address(entry).plus(address & leafSize(level) - 1).frame();
            }
            table = format.address(entry).frame();
        }
        return HostFrame.of(TableFrames.NONE);
    }

    /** What is permitted at an address. */
    public int access(long address) {
        HostFrame table = root();
        for (int level = LEVELS; level > 0; level--) {
            long entry = slot(table, level, address).loadLong();
            if (!format.isPresent(entry)) {
                break;
            }
            if (format.isLeaf(entry, level)) {
                return format.access(entry);
            }
            table = format.address(entry).frame();
        }
        return Access.NONE;
    }

    /** Gives all tables back; the tree must not be used any more. */
    public void destroy() {
        releaseTable(root(), LEVELS);
    }

    /** Maps (or with no access unmaps) [at, end) under a table; {@code displacement} leads from an address to its memory. */
    @RecursionLimit(depth = LEVELS, reason = "each level of tables once")
    private boolean set(HostFrame table, int level, long from, long end, long displacement, int access) {
        long size = leafSize(level);
        long at = from;
        while (at < end) {
            long next = Math.min(end, (at | size - 1) + 1);
            Address slot = slot(table, level, at);
            boolean done = isWhole(level, at, next, displacement, access)
                    ? replace(slot, level, PhysicalAddress.of(at + displacement), access)
                    : descend(slot, level, at, next, displacement, access);
            if (!done) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** Whether one entry of the level can say it all. */
    private boolean isWhole(int level, long at, long next, long displacement, int access) {
        long size = leafSize(level);
        if (next - at != size) {
            return false;
        }
        return access == Access.NONE || level <= largestLeaf && (displacement & size - 1) == 0;
    }

    private boolean replace(Address slot, int level, PhysicalAddress memory, int access) {
        long before = slot.loadLong();
        slot.store(access == Access.NONE ? 0 : format.leaf(memory, level, access));
        if (format.isPresent(before) && !format.isLeaf(before, level)) {
            releaseTable(format.address(before).frame(), level - 1);
        }
        return true;
    }

    private boolean descend(Address slot, int level, long at, long next, long displacement, int access) {
        long entry = slot.loadLong();
        if (!format.isPresent(entry) && access == Access.NONE) {
            return true;
        }
        if (!format.isPresent(entry) || format.isLeaf(entry, level)) {
            entry = insertTable(slot, level, entry);
        }
        return entry != 0 && set(format.address(entry).frame(), level - 1, at, next, displacement, access);
    }

    /** Puts a table in the place of a leaf or of nothing that maps the same; returns its entry, or 0 without a frame. */
    private long insertTable(Address slot, int level, long before) {
        HostFrame table = frames.allocate();
        if (TableFrames.isNone(table)) {
            return 0;
        }
        if (format.isPresent(before)) {
            fillLike(table, level - 1, before);
        }
        return link(slot, table);
    }

    /** The tree has the table from here on. */
    private long link(Address slot, @Releases HostFrame table) {
        long entry = format.table(table);
        slot.store(entry);
        return entry;
    }

    private void fillLike(HostFrame table, int level, long leaf) {
        PhysicalAddress memory = format.address(leaf);
        int access = format.access(leaf);
        Address entries = DirectMap.addressOf(table);
        for (int i = 0; i < ENTRIES; i++) {
            entries.store((long) i * Long.BYTES, format.leaf(memory.plus(i * leafSize(level)), level, access));
        }
    }

    @RecursionLimit(depth = LEVELS, reason = "each level of tables once")
    private void releaseTable(@Owned HostFrame table, int level) {
        Address entries = DirectMap.addressOf(table);
        for (int i = 0; level > 1 && i < ENTRIES; i++) {
            long entry = entries.loadLong((long) i * Long.BYTES);
            if (format.isPresent(entry) && !format.isLeaf(entry, level)) {
                releaseTable(format.address(entry).frame(), level - 1);
            }
        }
        frames.release(table);
    }

    private static Address slot(HostFrame table, int level, long address) {
        return DirectMap.addressOf(table).plus((address >>> shift(level) & ENTRIES - 1) * Long.BYTES);
    }

    private static int shift(int level) {
        return PAGE_SHIFT + INDEX_BITS * (level - 1);
    }

    private static long checkedStart(long from, long bytes) {
        long start = from & SPAN - 1;
        if (((from | bytes) & HostFrame.SIZE - 1) != 0 || bytes <= 0 || bytes > SPAN - start) {
            throw new IllegalArgumentException("a range of a page table must be whole pages within 48 bits");
        }
        return start;
    }
}
