/** Memory beside the VMCB of a virtual CPU: general registers, then vector registers. */
package org.peaberry.arch.svm;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.VectorState;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class SvmSideArea {
    private static final int VECTORS = (GuestRegisters.SIZE + VectorState.ALIGNMENT - 1) / VectorState.ALIGNMENT * VectorState.ALIGNMENT;

    private final int order;
    private final PhysicalAddress start;

    SvmSideArea(SvmMemory memory) {
        int size = VECTORS + VectorState.areaSize();
        int smallest = 0;
        while (HostFrame.SIZE << smallest < size) {
            smallest++;
        }
        order = smallest;
        start = memory.block(order);
    }

    Address registers() {
        return DirectMap.addressOf(start);
    }

    Address vectors() {
        return registers().plus(VECTORS);
    }

    void release(SvmMemory memory) {
        memory.release(start, order);
    }
}
