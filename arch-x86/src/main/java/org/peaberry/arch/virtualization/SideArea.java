/** Memory of a virtual CPU beside what the processor defines: general registers, then vector registers. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

public final class SideArea {
    private static final int VECTORS = (GuestRegisters.SIZE + VectorState.ALIGNMENT - 1) / VectorState.ALIGNMENT * VectorState.ALIGNMENT;

    private final PhysicalAddress start;

    public SideArea(StructureMemory memory) {
        int size = VECTORS + VectorState.areaSize();
        int smallest = 0;
        while (HostFrame.SIZE << smallest < size) {
            smallest++;
        }
        start = memory.block(smallest);
    }

    public Address registers() {
        return DirectMap.addressOf(start);
    }

    public Address vectors() {
        return registers().plus(VECTORS);
    }
}
