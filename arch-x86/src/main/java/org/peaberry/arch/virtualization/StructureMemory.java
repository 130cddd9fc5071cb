/** Memory for structures that the processor finds by physical address. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.paging.TableFrames;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

public final class StructureMemory {
    private final HostMemory memory;

    public StructureMemory(HostMemory memory) {
        this.memory = memory;
    }

    /** A zeroed frame. @throws IllegalStateException when memory is exhausted */
    public PhysicalAddress frame() {
        return checked(memory.allocate());
    }

    /** 2^order zeroed frames. @throws IllegalStateException when memory is exhausted */
    public PhysicalAddress block(int order) {
        return checked(memory.allocateBlock(order));
    }

    public void release(PhysicalAddress frame) {
        memory.release(frame.frame());
    }

    public void release(PhysicalAddress block, int order) {
        memory.releaseBlock(block.frame(), order);
    }

    private static PhysicalAddress checked(HostFrame frame) {
        if (frame.toLong() == TableFrames.NONE) {
            throw new IllegalStateException("no memory for the structures of virtualization");
        }
        return frame.address();
    }
}
