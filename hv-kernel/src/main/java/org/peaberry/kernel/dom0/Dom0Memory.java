/** dom0's share of the machine's memory, at its own addresses, and the map of it that dom0 is given. */
package org.peaberry.kernel.dom0;

import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.CrossesSpaces;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * RAM is claimed from the lower end; what dom0 does not get of it is unusable in its map. The low megabyte is dom0's, firmware's data
 * included. Everything below 4 GiB that is not RAM is mapped, but for the pages of emulated devices; above, {@code HoleMapper} maps on demand.
 */
@BootOnly
public final class Dom0Memory implements GuestRam {
    private static final long LOW_MEGABYTE = 1 << 20;
    private static final long DEVICE_LIMIT = 4L << 30;

    private final Domain domain;
    private final MemoryMap firmware;
    private final MemoryMap map;
    private final FrameAllocator allocator;

    /** @param firmware the machine's memory map */
    public Dom0Memory(Domain domain, MemoryMap firmware) {
        this.domain = domain;
        this.firmware = firmware;
        this.map = domain.memoryMap();
        this.allocator = domain.host().allocator();
    }

    /**
     * Claims RAM.
     *
     * @param frames how many above the low megabyte
     * @throws LaunchException when there are not so many
     */
    public void claim(long frames) throws LaunchException {
        map.copyFrom(firmware);
        long missing = frames;
        for (int i = 0; i < firmware.count(); i++) {
            if (firmware.kind(i) == MemoryKind.RAM) {
                long start = Math.max(firmware.start(i), LOW_MEGABYTE);
                map.set(start, firmware.end(i), MemoryKind.UNUSABLE);
                missing -= claimFrom(start, firmware.end(i), missing);
            }
        }
        if (missing > 0) {
            throw new LaunchException("dom0: too little memory: " + HostFrame.mebibytes(missing)
                    + " MiB more are needed. Lower dom0_mem, or give the machine more memory.");
        }
        adoptLowMegabyte();
    }

    private long claimFrom(long start, long end, long wanted) {
        HostFrame limit = HostFrame.of(end >>> HostFrame.SHIFT);
        HostFrame at = HostFrame.of(start + HostFrame.SIZE - 1 >>> HostFrame.SHIFT);
        long claimed = 0;
        while (claimed < wanted && at.isBelow(limit)) {
            HostFrame first = allocator.firstFree(at, limit);
            if (first.toLong() == -1) {
                break;
            }
            long run = Math.min(allocator.freeRunFrom(first, limit), wanted - claimed);
            if (!domain.ownMemory().claimIdentity(first, run)) {
                break;
            }
            map.set(first.address().toLong(), first.plus(run).address().toLong(), MemoryKind.RAM);
            claimed += run;
            at = first.plus(run);
        }
        return claimed;
    }

    private void adoptLowMegabyte() {
        for (int i = 0; i < firmware.count(); i++) {
            long end = Math.min(firmware.end(i), LOW_MEGABYTE) >>> HostFrame.SHIFT;
            long start = firmware.start(i) + HostFrame.SIZE - 1 >>> HostFrame.SHIFT;
            if (firmware.kind(i) == MemoryKind.RAM && start < end) {
                domain.ownMemory().adoptIdentity(HostFrame.of(start), end - start);
            }
        }
    }

    /**
     * Maps all of the lower 4 GiB that is not RAM.
     *
     * @param emulated addresses of pages that stay unmapped
     * @throws LaunchException when memory for page tables is missing
     */
    public void mapDevices(long[] emulated) throws LaunchException {
        MemoryMap devices = new MemoryMap();
        devices.set(0, DEVICE_LIMIT, MemoryKind.RESERVED);
        for (int i = 0; i < firmware.count(); i++) {
            if (firmware.kind(i) == MemoryKind.RAM) {
                devices.remove(firmware.start(i) + HostFrame.SIZE - 1 & -HostFrame.SIZE, firmware.end(i) & -HostFrame.SIZE);
            }
        }
        for (long page : emulated) {
            devices.remove(page, page + HostFrame.SIZE);
        }
        for (int i = 0; i < devices.count(); i++) {
            HostFrame first = HostFrame.of(devices.start(i) >>> HostFrame.SHIFT);
            long frames = devices.end(i) - devices.start(i) >>> HostFrame.SHIFT;
            if (!domain.physicalMap().mapIdentity(first, frames, Access.ALL)) {
                throw new LaunchException("dom0: no memory for page tables. Lower dom0_mem.");
            }
        }
    }

    /**
     * Sets the upper end of dom0's highest RAM below 4 GiB aside for ACPI tables.
     *
     * @return its first address
     */
    public GuestPhysicalAddress reserveForTables(long bytes) throws LaunchException {
        for (int i = map.count() - 1; i >= 0; i--) {
            long end = map.end(i) & -HostFrame.SIZE;
            if (map.kind(i) == MemoryKind.RAM && end <= DEVICE_LIMIT && map.start(i) >= LOW_MEGABYTE && end - map.start(i) > bytes) {
                map.set(end - bytes, end, MemoryKind.ACPI_RECLAIMABLE);
                return GuestPhysicalAddress.of(end - bytes);
            }
        }
        throw new LaunchException("dom0: no memory below 4 GiB for ACPI tables. Raise dom0_mem.");
    }

    /** Whether a range is dom0's RAM, all of it, and nothing was put there by {@link #reserveForTables}. */
    public boolean isRam(GuestPhysicalAddress start, long bytes) {
        for (int i = 0; i < map.count(); i++) {
            boolean contains = map.start(i) <= start.toLong() && start.toLong() + bytes <= map.end(i);
            if (map.kind(i) == MemoryKind.RAM && contains) {
                return true;
            }
        }
        return bytes == 0;
    }

    /** Where the hypervisor reaches dom0's memory. */
    @CrossesSpaces(reason = "dom0's memory is at the machine's own numbers while it is built")
    static Address hostAddress(GuestPhysicalAddress address) {
        return DirectMap.addressOf(HostFrame.of(address.toLong() >>> HostFrame.SHIFT)).plus(address.offsetInFrame());
    }

    @Override
    public boolean copy(GuestPhysicalAddress to, Address from, long bytes) {
        if (!isRam(to, bytes)) {
            return false;
        }
        long words = bytes / Long.BYTES;
        long done = words * Long.BYTES;
        Memory.copyWords(hostAddress(to).toLong(), from.toLong(), words);
        Memory.copyBytes(hostAddress(to).toLong() + done, from.toLong() + done, bytes - done);
        return true;
    }

    @Override
    public boolean clear(GuestPhysicalAddress start, long bytes) {
        if (!isRam(start, bytes)) {
            return false;
        }
        long words = bytes / Long.BYTES;
        long done = words * Long.BYTES;
        Memory.fillWords(hostAddress(start).toLong(), 0, words);
        Memory.fillBytes(hostAddress(start).toLong() + done, (byte) 0, bytes - done);
        return true;
    }
}
