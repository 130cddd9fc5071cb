/** Finds the ACPI root pointer where a BIOS puts it. ACPI specification 6.5, section 5.2.5.1. */
package org.peaberry.arch.acpi;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@BootOnly
public final class RootPointerSearch {
    /** BIOS data area: segment of the extended BIOS data area. */
    private static final long EXTENDED_DATA_SEGMENT = 0x40E;
    private static final int SEGMENT_SHIFT = 4;
    private static final int SEGMENT_MASK = 0xffff;
    private static final long EXTENDED_DATA_SEARCHED = 1024;
    private static final long BIOS_START = 0xE_0000;
    private static final long BIOS_END = 0x10_0000;
    private static final long STEP = 16;

    private RootPointerSearch() {
    }

    /** The first pointer that is sound, or zero. */
    public static PhysicalAddress find() {
        int segment = DirectMap.addressOf(PhysicalAddress.of(EXTENDED_DATA_SEGMENT)).loadShort() & SEGMENT_MASK;
        long extended = (long) segment << SEGMENT_SHIFT;
        PhysicalAddress found = search(extended, extended + EXTENDED_DATA_SEARCHED);
        return found.isZero() ? search(BIOS_START, BIOS_END) : found;
    }

    private static PhysicalAddress search(long start, long end) {
        for (long at = start; at < end; at += STEP) {
            PhysicalAddress candidate = PhysicalAddress.of(at);
            if (isSound(candidate)) {
                return candidate;
            }
        }
        return PhysicalAddress.zero();
    }

    /** Whether there is a root pointer with the right checksum. */
    public static boolean isSound(PhysicalAddress candidate) {
        RootPointer pointer = RawMemory.at(RootPointer.class, DirectMap.addressOf(candidate));
        return pointer.signature() == RootPointer.SIGNATURE
                && AcpiTables.sum(DirectMap.addressOf(candidate), RootPointer.OLD_SIZE) == 0;
    }
}
