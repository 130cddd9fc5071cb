/** The free blocks of a buddy allocator: one list for each order, linked through the frame table. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.unboxed.HostFrame;

/** A block of order n is 2^n frames at a multiple of 2^n; its first frame's record carries the links. */
final class FreeBlocks {
    /** The greatest order: 1 GiB. */
    static final int MAXIMUM_ORDER = 18;

    private final FrameTable table;
    private final int[] heads = new int[MAXIMUM_ORDER + 1];
    private long frames;

    FreeBlocks(FrameTable table) {
        this.table = table;
        for (int order = 0; order <= MAXIMUM_ORDER; order++) {
            heads[order] = FrameRecord.NO_LINK;
        }
    }

    /** Frames in all blocks together. */
    long frames() {
        return frames;
    }

    /** The block that was added last, or none. */
    HostFrame first(int order) {
        return frameOf(heads[order]);
    }

    /** The block after another one in its list, or none. */
    HostFrame after(HostFrame block) {
        return frameOf(table.record(block).next());
    }

    /** Whether a free block of exactly this order starts at a frame. */
    boolean isBlock(HostFrame frame, int order) {
        if (!table.contains(frame)) {
            return false;
        }
        FrameRecord record = table.record(frame);
        return record.use() == (byte) FrameUse.FREE.ordinal() && record.order() == order;
    }

    /** Order of the free block that contains a frame, or -1 when the frame is not free. */
    int orderContaining(HostFrame frame) {
        for (int order = 0; order <= MAXIMUM_ORDER; order++) {
            if (isBlock(startOf(frame, order), order)) {
                return order;
            }
        }
        return -1;
    }

    /** Where the block of an order that contains a frame would start. */
    static HostFrame startOf(HostFrame frame, int order) {
        return HostFrame.of(frame.toLong() >>> order << order);
    }

    void add(HostFrame block, int order) {
        FrameRecord record = table.record(block);
        int head = heads[order];
        record.state(FrameRecord.stateOf(0, FrameOwner.NONE, FrameUse.FREE, order));
        record.next(head);
        record.previous(FrameRecord.NO_LINK);
        if (head != FrameRecord.NO_LINK) {
            table.record(frameOf(head)).previous((int) block.toLong());
        }
        heads[order] = (int) block.toLong();
        frames += 1L << order;
    }

    void remove(HostFrame block, int order) {
        FrameRecord record = table.record(block);
        int next = record.next();
        int previous = record.previous();
        if (previous == FrameRecord.NO_LINK) {
            heads[order] = next;
        } else {
            table.record(frameOf(previous)).next(next);
        }
        if (next != FrameRecord.NO_LINK) {
            table.record(frameOf(next)).previous(previous);
        }
        record.state(0);
        frames -= 1L << order;
    }

    private static HostFrame frameOf(int link) {
        return link == FrameRecord.NO_LINK ? NoFrame.value() : HostFrame.of(Integer.toUnsignedLong(link));
    }
}
