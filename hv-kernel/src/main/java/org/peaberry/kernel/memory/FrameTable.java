/** One record for each frame of host memory: who owns it, what for, and how many references there are. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;

/** A raw array of {@link FrameRecord}, placed at boot in memory that is then never given out. */
public final class FrameTable {
    /** References beyond this are refused: someone leaks them. */
    private static final int MAXIMUM_REFERENCES = Integer.MAX_VALUE;

    private final Address base;
    private final long frames;

    /**
     * Makes a table in which no frame is allocated or free.
     *
     * @param base writable memory of {@link #bytesFor} bytes
     * @param frames frames to describe, from frame 0 on
     */
    public FrameTable(Address base, long frames) {
        this.base = base;
        this.frames = frames;
        Memory.fillWords(base.toLong(), 0, bytesFor(frames) / Long.BYTES);
    }

    /** Bytes a table for so many frames occupies. */
    public static long bytesFor(long frames) {
        return frames * FrameRecord.SIZE;
    }

    /** Number of frames described. */
    public long frames() {
        return frames;
    }

    /** Whether the table describes a frame: it may be memory. */
    @Inline
    public boolean contains(HostFrame frame) {
        return frame.isBelow(HostFrame.of(frames));
    }

    /** Use of a frame; NOT_ALLOCATED for one that is not in the table. */
    public FrameUse use(HostFrame frame) {
        return contains(frame) ? FrameUse.of(at(frame).use()) : FrameUse.NOT_ALLOCATED;
    }

    /** Owner of a frame: a domain's id or {@link FrameOwner#NONE}. */
    public char owner(HostFrame frame) {
        if (!contains(frame)) {
            return FrameOwner.NONE;
        }
        FrameRecord record = at(frame);
        return record.references() > 0 ? record.owner() : FrameOwner.NONE;
    }

    /** References to a frame; 0 when it is not allocated. */
    public int references(HostFrame frame) {
        return contains(frame) ? at(frame).references() : 0;
    }

    /**
     * Takes one more reference to an allocated frame, provided that it has this owner.
     *
     * @return a reference to give to {@link FrameAllocator#release}, or none when the frame is not the owner's
     */
    @Owned
    public FrameReference take(HostFrame frame, char owner) {
        if (!contains(frame)) {
            return FrameReference.none();
        }
        FrameRecord record = at(frame);
        while (true) {
            long state = record.state();
            int references = (int) state;
            if (references <= 0 || references == MAXIMUM_REFERENCES || (char) (state >>> FrameRecord.OWNER_SHIFT) != owner) {
                return FrameReference.none();
            }
            if (RawMemory.addressOf(record).compareAndSwap(state, state + 1)) {
                return FrameReference.to(frame);
            }
        }
    }

    /**
     * Gives a reference up.
     *
     * @return whether it was the last one
     * @throws IllegalStateException when the frame has no reference: a double free or a stale frame number
     */
    boolean drop(HostFrame frame) {
        FrameRecord record = record(frame);
        while (true) {
            long state = record.state();
            int references = (int) state;
            if (references <= 0) {
                throw new IllegalStateException("frame released more often than taken");
            }
            if (RawMemory.addressOf(record).compareAndSwap(state, state - 1)) {
                return references == 1;
            }
        }
    }

    @Inline
    FrameRecord record(HostFrame frame) {
        if (!contains(frame)) {
            throw new IndexOutOfBoundsException("frame beyond the end of memory");
        }
        return at(frame);
    }

    /** Only for a frame that the table contains. */
    @Inline
    private FrameRecord at(HostFrame frame) {
        return RawMemory.at(FrameRecord.class, base.plus(frame.toLong() * FrameRecord.SIZE));
    }
}
