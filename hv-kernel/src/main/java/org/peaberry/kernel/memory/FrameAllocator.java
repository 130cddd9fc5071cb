/** Gives out host memory in blocks of 2^n frames: a buddy allocator. */
package org.peaberry.kernel.memory;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.Acquires;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * Blocks are split from their upper end, so that low memory, which identity-mapped domains and old devices want, is given out last.
 * Every allocated frame starts with one reference; the last {@link #release} makes it free. Two free buddies become one block.
 */
public final class FrameAllocator {
    /** The greatest order that can be asked for: 1 GiB. */
    public static final int MAXIMUM_ORDER = FreeBlocks.MAXIMUM_ORDER;

    @LockRank(90)
    private final SpinLock lock = new SpinLock();
    private final FrameTable table;
    private final FreeBlocks free;

    public FrameAllocator(FrameTable table) {
        this.table = table;
        this.free = new FreeBlocks(table);
    }

    public FrameTable table() {
        return table;
    }

    /** Frames that are not given out. */
    public long freeFrames() {
        return free.frames();
    }

    /**
     * Makes memory available that was never given out.
     *
     * @param start first frame
     * @param end the frame after the last one
     * @throws IllegalStateException when part of it is free or allocated already
     */
    public void add(HostFrame start, HostFrame end) {
        lock.acquire();
        try {
            HostFrame block = start;
            while (block.isBelow(end)) {
                int order = Math.min(MAXIMUM_ORDER, Long.numberOfTrailingZeros(block.toLong()));
                while (end.distanceFrom(block) < 1L << order) {
                    order--;
                }
                if (table.use(block) != FrameUse.NOT_ALLOCATED || free.orderContaining(block) >= 0) {
                    throw new IllegalStateException("memory added twice");
                }
                insert(block, order);
                block = block.plus(1L << order);
            }
        } finally {
            lock.release();
        }
    }

    /**
     * Allocates 2^order frames at a multiple of 2^order.
     *
     * @param owner domain id or {@link FrameOwner#NONE}
     * @return the first frame, or {@link NoFrame} when there is no block that large
     */
    @Owned
    public HostFrame allocate(int order, FrameUse use, char owner) {
        lock.acquire();
        try {
            for (int size = order; size <= MAXIMUM_ORDER; size++) {
                HostFrame block = free.first(size);
                if (!NoFrame.is(block)) {
                    free.remove(block, size);
                    return mark(splitUpper(block, size, order), order, use, owner);
                }
            }
            return NoFrame.value();
        } finally {
            lock.release();
        }
    }

    /**
     * Allocates 2^order frames that end at or below a limit, such as the first frame above 4 GiB.
     *
     * @return the first frame, or {@link NoFrame}
     */
    @Owned
    public HostFrame allocateBelow(HostFrame limit, int order, FrameUse use, char owner) {
        lock.acquire();
        try {
            for (int size = order; size <= MAXIMUM_ORDER; size++) {
                for (HostFrame block = free.first(size); !NoFrame.is(block); block = free.after(block)) {
                    if (!limit.isBelow(block.plus(1L << order))) {
                        free.remove(block, size);
                        return mark(splitLower(block, size, order), order, use, owner);
                    }
                }
            }
            return NoFrame.value();
        } finally {
            lock.release();
        }
    }

    /**
     * Allocates any number of frames in one piece.
     *
     * @param frames how many; what is left of the next power of two stays free
     * @param alignmentOrder binary logarithm of the frames the first one is a multiple of
     * @return the first frame, or {@link NoFrame}
     */
    @Owned
    public HostFrame allocateContiguous(long frames, int alignmentOrder, FrameUse use, char owner) {
        int order = Math.max(alignmentOrder, Long.SIZE - Long.numberOfLeadingZeros(frames - 1));
        if (frames <= 0 || order > MAXIMUM_ORDER) {
            return NoFrame.value();
        }
        HostFrame start = allocate(order, use, owner);
        if (!NoFrame.is(start)) {
            for (HostFrame rest = start.plus(frames); rest.isBelow(start.plus(1L << order)); rest = rest.plus(1)) {
                release(rest);
            }
        }
        return start;
    }

    /**
     * Allocates exactly these frames.
     *
     * @return whether they were all free; if not, nothing was taken
     */
    public boolean claim(@Acquires(ifTrue = true) HostFrame start, long frames, FrameUse use, char owner) {
        lock.acquire();
        try {
            HostFrame end = start.plus(frames);
            if (runFrom(start, end) < frames) {
                return false;
            }
            HostFrame at = start;
            while (at.isBelow(end)) {
                at = claimBlock(at, end, use, owner);
            }
            return true;
        } finally {
            lock.release();
        }
    }

    /**
     * Makes memory that was reserved at boot (a boot module's, the low megabyte's) the property of a domain.
     *
     * @throws IllegalStateException when part of it is free or has an owner
     */
    public void adopt(@Acquires HostFrame start, long frames, FrameUse use, char owner) {
        lock.acquire();
        try {
            for (long i = 0; i < frames; i++) {
                HostFrame frame = start.plus(i);
                if (table.use(frame) != FrameUse.NOT_ALLOCATED || free.orderContaining(frame) >= 0) {
                    throw new IllegalStateException("frame adopted that was not reserved");
                }
                mark(frame, 0, use, owner);
            }
        } finally {
            lock.release();
        }
    }

    /** Consecutive free frames from a frame on, not counting any at or after the end. */
    public long freeRunFrom(HostFrame start, HostFrame end) {
        lock.acquire();
        try {
            return runFrom(start, end);
        } finally {
            lock.release();
        }
    }

    private long runFrom(HostFrame start, HostFrame end) {
        HostFrame at = start;
        while (at.isBelow(end)) {
            int order = free.orderContaining(at);
            if (order < 0) {
                break;
            }
            at = FreeBlocks.startOf(at, order).plus(1L << order);
        }
        return (at.isBelow(end) ? at : end).distanceFrom(start);
    }

    /** The first free frame at or after a frame and before the end, or {@link NoFrame}. */
    public HostFrame firstFree(HostFrame start, HostFrame end) {
        lock.acquire();
        try {
            for (HostFrame at = start; at.isBelow(end); at = at.plus(1)) {
                if (free.orderContaining(at) >= 0) {
                    return at;
                }
            }
            return NoFrame.value();
        } finally {
            lock.release();
        }
    }

    /**
     * Gives up the reference that allocation gave, or another one; with the last one the frame is free.
     *
     * @throws IllegalStateException when there is no reference to give up
     */
    public void release(@Releases HostFrame frame) {
        FrameUse use = table.use(frame);
        if (!table.drop(frame)) {
            return;
        }
        if (use == FrameUse.DOMAIN) {
            clear(frame, 0);
        }
        freeBlock(frame, 0);
    }

    /** Ends a use begun by {@link FrameTable#take}. */
    public void release(@Releases FrameReference reference) {
        release(reference.frame());
    }

    /** Gives up one reference to each frame of a block. */
    public void release(@Releases HostFrame start, int order) {
        for (long i = 0; i < 1L << order; i++) {
            release(start.plus(i));
        }
    }

    /** Fills a block of 2^order frames with zeros. */
    public static void clear(HostFrame start, int order) {
        Memory.fillWords(DirectMap.addressOf(start).toLong(), 0, HostFrame.SIZE / Long.BYTES << order);
    }

    private HostFrame mark(HostFrame start, int order, FrameUse use, char owner) {
        long state = FrameRecord.stateOf(1, use.isVisibleToOwner() ? owner : FrameOwner.NONE, use, 0);
        for (long i = 0; i < 1L << order; i++) {
            table.record(start.plus(i)).state(state);
        }
        return start;
    }

    /** Splits a block that is in no list until it has the wanted order; the lower halves become free. */
    private HostFrame splitUpper(HostFrame block, int order, int wanted) {
        HostFrame rest = block;
        for (int half = order - 1; half >= wanted; half--) {
            free.add(rest, half);
            rest = rest.plus(1L << half);
        }
        return rest;
    }

    private HostFrame splitLower(HostFrame block, int order, int wanted) {
        for (int half = order - 1; half >= wanted; half--) {
            free.add(block.plus(1L << half), half);
        }
        return block;
    }

    /** Takes as much of the free block that contains a frame as the range wants; returns the frame to go on with. */
    private HostFrame claimBlock(HostFrame at, HostFrame end, FrameUse use, char owner) {
        int order = free.orderContaining(at);
        HostFrame block = FreeBlocks.startOf(at, order);
        free.remove(block, order);
        while (!block.isEqualTo(at) || end.distanceFrom(block) < 1L << order) {
            order--;
            HostFrame upper = block.plus(1L << order);
            if (at.isBelow(upper)) {
                free.add(upper, order);
            } else {
                free.add(block, order);
                block = upper;
            }
        }
        mark(block, order, use, owner);
        return block.plus(1L << order);
    }

    private void freeBlock(HostFrame block, int order) {
        lock.acquire();
        try {
            table.record(block).state(0);
            insert(block, order);
        } finally {
            lock.release();
        }
    }

    /** Joins a block with its free buddies, as often as possible. */
    private void insert(HostFrame block, int order) {
        HostFrame start = block;
        int size = order;
        while (size < MAXIMUM_ORDER) {
            HostFrame buddy = HostFrame.of(start.toLong() ^ 1L << size);
            if (!free.isBlock(buddy, size)) {
                break;
            }
            free.remove(buddy, size);
            start = FreeBlocks.startOf(start, ++size);
        }
        free.add(start, size);
    }
}
