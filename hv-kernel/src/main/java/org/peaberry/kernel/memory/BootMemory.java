/** Turns the boot memory map into a frame allocator. */
package org.peaberry.kernel.memory;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/**
 * First {@link #reserve} what must not be given out (the image, boot modules, ACPI tables), then {@link #start}. The low megabyte is
 * always reserved: firmware keeps data there, and other processors start in it.
 */
@BootOnly
public final class BootMemory {
    private static final long LOW_MEGABYTE = 1 << 20;

    private final MemoryMap usable = new MemoryMap();
    private final long end;

    public BootMemory(MemoryMap firmware) {
        usable.copyFrom(firmware);
        end = firmware.endOf(MemoryKind.RAM);
        reserve(PhysicalAddress.zero(), PhysicalAddress.of(LOW_MEGABYTE));
    }

    /** Keeps the frames that a range touches out of the allocator. */
    public void reserve(PhysicalAddress start, PhysicalAddress end) {
        usable.set(start.alignDown(HostFrame.SIZE).toLong(), end.alignUp(HostFrame.SIZE).toLong(), MemoryKind.RESERVED);
    }

    /**
     * Places the frame table, which describes reserved memory too, at the upper end of a range that is large enough, and frees the rest.
     *
     * @throws IllegalStateException when no range can hold the frame table
     */
    public FrameAllocator start() {
        long frames = end >>> HostFrame.SHIFT;
        long bytes = PhysicalAddress.of(FrameTable.bytesFor(frames)).alignUp(HostFrame.SIZE).toLong();
        Address place = placeFor(bytes);
        FrameAllocator allocator = new FrameAllocator(new FrameTable(place, frames));
        for (int i = 0; i < usable.count(); i++) {
            if (usable.kind(i) == MemoryKind.RAM) {
                HostFrame first = PhysicalAddress.of(usable.start(i)).alignUp(HostFrame.SIZE).frame();
                HostFrame end = PhysicalAddress.of(usable.end(i)).frame();
                allocator.add(first, end);
            }
        }
        return allocator;
    }

    private Address placeFor(long bytes) {
        for (int i = usable.count() - 1; i >= 0; i--) {
            long end = usable.end(i) & -HostFrame.SIZE;
            if (usable.kind(i) == MemoryKind.RAM && end - usable.start(i) >= bytes) {
                usable.set(end - bytes, end, MemoryKind.RESERVED);
                return DirectMap.addressOf(PhysicalAddress.of(end - bytes));
            }
        }
        throw new IllegalStateException("too little memory for the frame table: give the machine more");
    }
}
