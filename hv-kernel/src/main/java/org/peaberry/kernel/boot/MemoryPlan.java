/** Where the hypervisor keeps what it needs before there is a frame allocator: heap, first page tables, the boot modules. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.boot.BootInformation;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.paging.HypervisorAddressSpace;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Takes from the upper end of the memory that the boot tables map, so that the lower part stays whole for dom0. */
@BootOnly
public final class MemoryPlan {
    private static final long LOW_MEGABYTE = 1 << 20;
    /** Where a bare-metal image is loaded: docs/compiler-internals.md. */
    private static final long IMAGE_START = 2 << 20;

    private final MemoryMap firmware = new MemoryMap();
    private final MemoryMap free = new MemoryMap();
    private final MemoryMap taken = new MemoryMap();

    public MemoryPlan(BootInformation information) {
        for (int i = 0; i < information.rangeCount(); i++) {
            if (information.rangeType(i) == MemoryKind.RAM.number()) {
                firmware.set(information.rangeStart(i).toLong(), information.rangeEnd(i).toLong(), MemoryKind.RAM);
            }
        }
        for (int i = 0; i < information.rangeCount(); i++) {
            if (information.rangeType(i) != MemoryKind.RAM.number()) {
                firmware.set(information.rangeStart(i).toLong(), information.rangeEnd(i).toLong(), MemoryKind.of(information.rangeType(i)));
            }
        }
        free.copyFrom(firmware);
        free.remove(0, LOW_MEGABYTE);
        free.remove(DirectMap.BOOT_LIMIT, -1);
        takeImage();
        free.remove(information.start().alignDown(HostFrame.SIZE).toLong(), information.end().alignUp(HostFrame.SIZE).toLong());
        for (int i = 0; i < information.moduleCount(); i++) {
            free.remove(information.moduleStart(i).alignDown(HostFrame.SIZE).toLong(), information.moduleEnd(i).alignUp(HostFrame.SIZE).toLong());
        }
    }

    /** The boot region comes first in the image, bss last. */
    private void takeImage() {
        long end = RawMemory.symbol("bss_end").toLong() - HypervisorAddressSpace.IMAGE_BASE;
        free.remove(IMAGE_START, end);
        taken.set(IMAGE_START, end, MemoryKind.RESERVED);
    }

    /** The machine's memory map. */
    public MemoryMap firmware() {
        return firmware;
    }

    /** What must be kept out of the frame allocator. */
    public MemoryMap taken() {
        return taken;
    }

    /**
     * Takes memory for good.
     *
     * @throws BootFailure when no range is that large
     */
    public PhysicalAddress take(long bytes, String purpose) {
        long size = bytes + HostFrame.SIZE - 1 & -HostFrame.SIZE;
        for (int i = free.count() - 1; i >= 0; i--) {
            long end = free.end(i) & -HostFrame.SIZE;
            if (free.kind(i) == MemoryKind.RAM && end - free.start(i) >= size) {
                free.set(end - size, end, MemoryKind.RESERVED);
                taken.set(end - size, end, MemoryKind.RESERVED);
                return PhysicalAddress.of(end - size);
            }
        }
        throw new BootFailure("too little memory: no " + (size + LOW_MEGABYTE - 1) / LOW_MEGABYTE + " MiB in one piece for " + purpose
                + ". Give the machine more memory.");
    }

    /** Gives back what was taken: the frame allocator gets it, or who takes next. */
    public void giveBack(PhysicalAddress start, long bytes) {
        long end = start.plus(bytes).alignUp(HostFrame.SIZE).toLong();
        free.set(start.toLong(), end, MemoryKind.RAM);
        taken.remove(start.toLong(), end);
    }
}
