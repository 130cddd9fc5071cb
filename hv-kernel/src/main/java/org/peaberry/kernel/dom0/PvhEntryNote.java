/** Finds the ELF note by which a kernel says that it can be started as a PVH guest. */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** Xen's public/elfnote.h: name "Xen", type XEN_ELFNOTE_PHYS32_ENTRY, a 4- or 8-byte address. */
final class PvhEntryNote {
    private static final int PHYS32_ENTRY = 18;
    private static final int HEADER_SIZE = 12;
    private static final int DESCRIPTOR_SIZE_OFFSET = 4;
    private static final int TYPE_OFFSET = 8;
    private static final int ALIGNMENT = 4;
    /** "Xen" and its terminating zero, little-endian. */
    private static final int XEN = 0x006e6558;
    private static final int XEN_SIZE = 4;

    private final BootModule module;
    private final ElfSegment[] segments;

    PvhEntryNote(BootModule module, ElfSegment[] segments) {
        this.module = module;
        this.segments = segments;
    }

    /** @throws LaunchException when the kernel has no such note */
    GuestPhysicalAddress entryPoint() throws LaunchException {
        for (ElfSegment segment : segments) {
            if (segment.type() == ElfSegment.NOTE) {
                long found = search(module.start().plus(segment.offset()), segment.fileSize());
                if (found != 0) {
                    return GuestPhysicalAddress.of(found);
                }
            }
        }
        throw new LaunchException("dom0: the kernel in " + module.name() + " has no PVH entry (ELF note XEN_ELFNOTE_PHYS32_ENTRY, type 18)."
                + " Use a kernel built with CONFIG_PVH=y.");
    }

    /** The entry point, or 0; stops where a note does not fit. */
    private static long search(Address start, long bytes) {
        long offset = 0;
        while (offset + HEADER_SIZE <= bytes) {
            Address note = start.plus(offset);
            long nameSize = align(Integer.toUnsignedLong(note.loadInt()));
            long descriptorSize = Integer.toUnsignedLong(note.loadInt(DESCRIPTOR_SIZE_OFFSET));
            long next = offset + HEADER_SIZE + nameSize + align(descriptorSize);
            if (next > bytes) {
                return 0;
            }
            boolean isXens = nameSize == XEN_SIZE && note.loadInt(HEADER_SIZE) == XEN;
            if (isXens && note.loadInt(TYPE_OFFSET) == PHYS32_ENTRY && descriptorSize >= Integer.BYTES) {
                return Integer.toUnsignedLong(note.loadInt(HEADER_SIZE + XEN_SIZE));
            }
            offset = next;
        }
        return 0;
    }

    private static long align(long size) {
        return size + ALIGNMENT - 1 & -ALIGNMENT;
    }
}
