/** Memory for what one object has that the processor finds by physical address: taken in pieces, given back as a whole. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.paging.TableFrames;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** An object whose pieces are not all to be had gets none: the pieces taken until then are given back. */
public final class StructureMemory {
    /** The pieces of a virtual CPU are three, as are those of permissions. */
    private static final int MAXIMUM_PIECES = 4;

    private final HostMemory memory;
    @Owned
    private final long[] frames = new long[MAXIMUM_PIECES];
    private final int[] orders = new int[MAXIMUM_PIECES];
    private int pieces;

    public StructureMemory(HostMemory memory) {
        this.memory = memory;
    }

    /** A zeroed frame. @throws IllegalStateException when memory is exhausted */
    public PhysicalAddress frame() {
        return block(0);
    }

    /** 2^order zeroed frames. @throws IllegalStateException when memory is exhausted */
    public PhysicalAddress block(int order) {
        if (pieces == MAXIMUM_PIECES) {
            throw new IllegalStateException("too many pieces of one structure of virtualization");
        }
        HostFrame first = memory.allocateBlock(order);
        if (TableFrames.isNone(first)) {
            release();
            throw new IllegalStateException("no memory for the structures of virtualization");
        }
        PhysicalAddress start = first.address();
        frames[pieces] = first.toLong();
        orders[pieces++] = order;
        return start;
    }

    /** Gives all pieces back. */
    public void release() {
        while (pieces > 0) {
            pieces--;
            memory.releaseBlock(HostFrame.of(frames[pieces]), orders[pieces]);
        }
    }
}
