/** Gives dom0 the machine's device memory: pages where firmware's map has no RAM appear at their own addresses when first used. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.paging.Access;
import org.peaberry.kernel.memory.GuestPhysicalMap;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.HostFrame;

/** Emulated pages are not asked for here. Memory types are firmware's MTRRs combined with the guest's own page tables. */
public final class HoleMapper {
    /** A device's registers are mostly larger than a page; one fault maps so much where all of it is a hole. */
    private static final long CHUNK = 1L << 21;

    private final GuestPhysicalMap map;
    private final MemoryMap firmware;
    private final long limit;

    /** @param limit end of the processor's physical address space */
    public HoleMapper(GuestPhysicalMap map, MemoryMap firmware, long limit) {
        this.map = map;
        this.firmware = firmware;
        this.limit = limit;
    }

    /** Whether the page is device memory and mapped now. */
    boolean map(GuestPhysicalAddress address) {
        long page = address.toLong() & -GuestFrame.SIZE;
        if (Long.compareUnsigned(page, limit) >= 0 || !isHole(page, GuestFrame.SIZE)) {
            return false;
        }
        long chunk = page & -CHUNK;
        boolean isLarge = chunk >= firmware.endOf(MemoryKind.RAM) && isHole(chunk, CHUNK);
        long start = isLarge ? chunk : page;
        long bytes = isLarge ? CHUNK : GuestFrame.SIZE;
        return map.mapIdentity(HostFrame.of(start >>> HostFrame.SHIFT), bytes >>> HostFrame.SHIFT, Access.ALL);
    }

    private boolean isHole(long start, long bytes) {
        for (int i = 0; i < firmware.count(); i++) {
            boolean overlaps = firmware.start(i) < start + bytes && start < firmware.end(i);
            if (overlaps && firmware.kind(i) == MemoryKind.RAM) {
                return false;
            }
        }
        return true;
    }
}
