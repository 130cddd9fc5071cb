/** Gives page tables and processor structures their memory. */
package org.peaberry.kernel.memory;

import org.peaberry.arch.virtualization.HostMemory;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.unboxed.HostFrame;

/** Frames of use PAGE_TABLE; {@link NoFrame} is what the interface calls {@link #NONE}. */
public final class HostFrames implements HostMemory {
    private final FrameAllocator allocator;

    public HostFrames(FrameAllocator allocator) {
        this.allocator = allocator;
    }

    @Override
    @Owned
    public HostFrame allocate() {
        return allocateBlock(0);
    }

    @Override
    public void release(@Owned HostFrame frame) {
        allocator.release(frame);
    }

    @Override
    @Owned
    public HostFrame allocateBlock(int order) {
        HostFrame first = allocator.allocate(order, FrameUse.PAGE_TABLE, FrameOwner.NONE);
        if (!NoFrame.is(first)) {
            FrameAllocator.clear(first, order);
        }
        return first;
    }

    @Override
    public void releaseBlock(@Owned HostFrame first, int order) {
        allocator.release(first, order);
    }
}
