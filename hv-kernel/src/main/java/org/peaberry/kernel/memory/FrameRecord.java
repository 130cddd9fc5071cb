/** What the hypervisor knows of one frame of host memory. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** One element of the {@link FrameTable}. Frame numbers in links have 32 bits: 16 TiB of memory. */
@RawStructure(size = FrameRecord.SIZE)
public interface FrameRecord {
    /** Bytes in a record. */
    int SIZE = 16;
    /** Ends a list. */
    int NO_LINK = -1;
    /** Bit position of the owner in {@link #state}. */
    int OWNER_SHIFT = 32;
    /** Bit position of the use in {@link #state}. */
    int USE_SHIFT = 48;
    /** Bit position of the order in {@link #state}. */
    int ORDER_SHIFT = 56;

    /** References, owner, use and order in one word, so that they can be set by one store. */
    @At(0) long state();
    @At(0) void state(long word);

    /** References to an allocated frame; 0 for any other one. */
    @At(0) int references();

    /** Id of the domain that owns the frame, or {@link FrameOwner#NONE}. */
    @At(4) char owner();

    /** Code of a {@link FrameUse}. */
    @At(6) byte use();

    /** Of a free block's first frame: binary logarithm of the block's frames. */
    @At(7) byte order();

    /** Number of the next frame in the list this frame is in. */
    @At(8) int next();
    @At(8) void next(int frame);

    /** Number of the previous frame in the list this frame is in. */
    @At(12) int previous();
    @At(12) void previous(int frame);

    /** A {@link #state} word. */
    static long stateOf(int references, char owner, FrameUse use, int order) {
        return references | (long) owner << OWNER_SHIFT | (long) use.ordinal() << USE_SHIFT | (long) order << ORDER_SHIFT;
    }
}
