/** One program header of an ELF file, whatever its class. */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** Sizes and offsets are bytes and were checked to lie within the file. */
final class ElfSegment {
    /** PT_LOAD. */
    static final int LOAD = 1;
    /** PT_NOTE. */
    static final int NOTE = 4;

    private final int type;
    private final long offset;
    private final long fileSize;
    private final long memorySize;
    private final GuestPhysicalAddress physicalAddress;

    ElfSegment(int type, long offset, long fileSize, long memorySize, GuestPhysicalAddress physicalAddress) {
        this.type = type;
        this.offset = offset;
        this.fileSize = fileSize;
        this.memorySize = memorySize;
        this.physicalAddress = physicalAddress;
    }

    int type() {
        return type;
    }

    long offset() {
        return offset;
    }

    long fileSize() {
        return fileSize;
    }

    long memorySize() {
        return memorySize;
    }

    GuestPhysicalAddress physicalAddress() {
        return physicalAddress;
    }
}
