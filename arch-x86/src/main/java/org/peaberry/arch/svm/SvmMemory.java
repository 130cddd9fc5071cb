/** Memory for structures that the processor finds by physical address. */
package org.peaberry.arch.svm;

import org.peaberry.arch.paging.TableFrames;
import org.peaberry.arch.virtualization.HostMemory;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class SvmMemory {
    private final HostMemory memory;

    SvmMemory(HostMemory memory) {
        this.memory = memory;
    }

    /** A zeroed frame. @throws IllegalStateException when memory is exhausted */
    PhysicalAddress frame() {
        return checked(memory.allocate());
    }

    /** 2^order zeroed frames. @throws IllegalStateException when memory is exhausted */
    PhysicalAddress block(int order) {
        return checked(memory.allocateBlock(order));
    }

    void release(PhysicalAddress frame) {
        memory.release(frame.frame());
    }

    void release(PhysicalAddress block, int order) {
        memory.releaseBlock(block.frame(), order);
    }

    private static PhysicalAddress checked(HostFrame frame) {
        if (frame.toLong() == TableFrames.NONE) {
            throw new IllegalStateException("no memory for the structures of AMD-V");
        }
        return frame.address();
    }
}
