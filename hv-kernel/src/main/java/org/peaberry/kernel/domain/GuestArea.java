/** A structure in guest memory that the hypervisor keeps up to date: its host addresses, held by references. */
package org.peaberry.kernel.domain;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.memory.AddressTranslation;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.FrameReference;
import org.peaberry.kernel.memory.GuestPhysicalMap;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * The guest gives a linear address; it is translated once, when the area is registered, so that updates need no walk. The area may
 * cross one page boundary. The references keep both frames the domain's for as long as the area stands.
 */
public final class GuestArea {
    private static final long NOTHING = -1;

    private final GuestPhysicalMap map;
    private final FrameAllocator allocator;
    /** Host addresses of the part in the first page and of the part in the second one, and their lengths. */
    private long firstAddress;
    private long firstBytes;
    private long secondAddress;
    @Owned
    private long firstFrame = NOTHING;
    @Owned
    private long secondFrame = NOTHING;

    GuestArea(GuestPhysicalMap map, FrameAllocator allocator) {
        this.map = map;
        this.allocator = allocator;
    }

    public boolean isRegistered() {
        return firstFrame != NOTHING;
    }

    /**
     * Puts the area at a linear address.
     *
     * @return false when part of it is not the guest's writable memory; the old area, if any, stays then
     */
    boolean register(AddressTranslation translation, GuestVirtualAddress address, int bytes) {
        long inFirst = Math.min(bytes, HostFrame.SIZE - (address.toLong() & HostFrame.SIZE - 1));
        GuestPhysicalAddress physical = translation.translate(address, true);
        GuestPhysicalAddress next = inFirst < bytes ? translation.translate(address.plus(inFirst), true) : physical;
        FrameReference first = take(physical);
        if (first.isNone()) {
            return false;
        }
        FrameReference second = take(next);
        if (second.isNone()) {
            allocator.release(first);
            return false;
        }
        unregister();
        firstAddress = DirectMap.addressOf(first.frame()).plus(physical.offsetInFrame()).toLong();
        secondAddress = DirectMap.addressOf(second.frame()).toLong();
        firstFrame = first.frame().toLong();
        secondFrame = second.frame().toLong();
        firstBytes = inFirst;
        return true;
    }

    /** Ends the updates and gives the frames back. */
    void unregister() {
        if (isRegistered()) {
            allocator.release(HostFrame.of(firstFrame));
            allocator.release(HostFrame.of(secondFrame));
            firstFrame = NOTHING;
            secondFrame = NOTHING;
        }
    }

    /** Copies bytes into the area; only while registered and within its size. */
    void write(int offset, Address from, int bytes) {
        if (offset + bytes <= firstBytes && (bytes & Long.BYTES - 1) == 0) {
            Address to = Address.of(firstAddress + offset);
            for (int i = 0; i < bytes; i += Long.BYTES) {
                to.store(i, from.loadLong(i));
            }
            return;
        }
        for (int i = 0; i < bytes; i++) {
            addressOf(offset + i).store(from.loadByte(i));
        }
    }

    private Address addressOf(int offset) {
        return offset < firstBytes ? Address.of(firstAddress + offset) : Address.of(secondAddress + offset - firstBytes);
    }

    @Owned
    private FrameReference take(GuestPhysicalAddress physical) {
        boolean isWritable = physical.toLong() != AddressTranslation.NOT_MAPPED && map.isWritable(physical.frame());
        return isWritable ? map.take(physical.frame()) : FrameReference.none();
    }
}
