/** Gives typed pools their memory. */
package org.peaberry.kernel.memory;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.allocation.FrameSource;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;

/** A frame that a pool has is never released, so that memory never changes its type. */
public final class PoolFrames implements FrameSource {
    private final FrameAllocator allocator;

    public PoolFrames(FrameAllocator allocator) {
        this.allocator = allocator;
    }

    @Override
    @Owned
    public Address takeFrame() {
        HostFrame frame = allocator.allocate(0, FrameUse.POOL, FrameOwner.NONE);
        if (NoFrame.is(frame)) {
            return Address.zero();
        }
        FrameAllocator.clear(frame, 0);
        return DirectMap.addressOf(frame);
    }
}
