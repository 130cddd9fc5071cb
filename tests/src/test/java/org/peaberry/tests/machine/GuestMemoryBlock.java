/** Fixed memory of the guest program: frames for the backend, and the guest's RAM. */
package org.peaberry.tests.machine;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.GuestMemory;
import org.peaberry.arch.virtualization.HostMemory;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Nothing is given back. */
final class GuestMemoryBlock implements HostMemory, GuestMemory {
    /** Host-physical address of guest-physical 0. */
    static final long RAM = 96 << 20;
    private static final long RAM_SIZE = 2 << 20;

    private long next;

    GuestMemoryBlock(long firstFrame) {
        next = firstFrame >>> HostFrame.SHIFT;
    }

    @Override
    public HostFrame allocate() {
        return allocateBlock(0);
    }

    @Override
    public void release(HostFrame frame) {
        // The program ends before memory does.
    }

    @Override
    public HostFrame allocateBlock(int order) {
        HostFrame first = HostFrame.of(next + (1L << order) - 1 & -(1L << order));
        next = first.toLong() + (1L << order);
        Memory.fillWords(DirectMap.addressOf(first).toLong(), 0, (HostFrame.SIZE << order) / Long.BYTES);
        return first;
    }

    @Override
    public void releaseBlock(HostFrame first, int order) {
        // As release.
    }

    @Override
    public Address addressOf(GuestPhysicalAddress address) {
        boolean isRam = address.toLong() >= 0 && address.toLong() < RAM_SIZE;
        return isRam ? DirectMap.addressOf(PhysicalAddress.of(RAM + address.toLong())) : Address.zero();
    }

    @Override
    public Address writableAddressOf(GuestPhysicalAddress address) {
        return addressOf(address);
    }
}
