/** Reads Multiboot 2 information. */
package org.peaberry.arch.boot;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@BootOnly
final class Multiboot2Reader {
    private static final long LONGEST = 16L << 20;
    private static final int OLD_RSDP_SIZE = 20;
    private static final int NEW_RSDP_SIZE = 36;

    private final BootInformation result;
    private boolean hasNewRootPointer;

    Multiboot2Reader(BootInformation result) {
        this.result = result;
    }

    void read(PhysicalAddress information) {
        Multiboot2Tag.Header header = RawMemory.at(Multiboot2Tag.Header.class, DirectMap.addressOf(information));
        long total = Integer.toUnsignedLong(header.totalSize());
        if (total > LONGEST || total < Multiboot2Tag.Header.SIZE || information.plus(total).toLong() > DirectMap.BOOT_LIMIT) {
            throw new BootException("the boot loader's information has an impossible size");
        }
        result.place(information, information.plus(total));
        long done = Multiboot2Tag.Header.SIZE;
        while (total - done >= Multiboot2Tag.SIZE) {
            PhysicalAddress at = information.plus(done);
            Multiboot2Tag tag = RawMemory.at(Multiboot2Tag.class, DirectMap.addressOf(at));
            if (tag.type() == Multiboot2Tag.END) {
                return;
            }
            long size = Integer.toUnsignedLong(tag.size());
            if (size < Multiboot2Tag.SIZE || size > total - done) {
                throw new BootException("a tag of the boot loader's information has an impossible size");
            }
            readTag(tag.type(), at, size);
            done += size + Multiboot2Tag.ALIGNMENT - 1 & -Multiboot2Tag.ALIGNMENT;
        }
    }

    private void readTag(int type, PhysicalAddress tag, long size) {
        PhysicalAddress end = tag.plus(size);
        PhysicalAddress content = tag.plus(Multiboot2Tag.SIZE);
        switch (type) {
            case Multiboot2Tag.COMMAND_LINE -> result.commandLine(BootInformationReader.string(content, end));
            case Multiboot2Tag.LOADER_NAME -> result.loaderName(BootInformationReader.string(content, end));
            case Multiboot2Tag.MODULE -> readModule(tag, size);
            case Multiboot2Tag.MEMORY_MAP -> readMemoryMap(DirectMap.addressOf(tag), size);
            case Multiboot2Tag.ACPI_OLD_RSDP -> readRootPointer(content, size, OLD_RSDP_SIZE);
            case Multiboot2Tag.ACPI_NEW_RSDP -> readRootPointer(content, size, NEW_RSDP_SIZE);
            default -> { }
        }
    }

    private void readModule(PhysicalAddress tag, long size) {
        checkSize(size, Multiboot2Tag.Module.SIZE);
        Multiboot2Tag.Module module = RawMemory.at(Multiboot2Tag.Module.class, DirectMap.addressOf(tag));
        String text = BootInformationReader.string(tag.plus(Multiboot2Tag.Module.SIZE), tag.plus(size));
        result.addModule(PhysicalAddress.of(Integer.toUnsignedLong(module.start())),
                PhysicalAddress.of(Integer.toUnsignedLong(module.end())), text);
    }

    private void readMemoryMap(Address tag, long size) {
        checkSize(size, Multiboot2Tag.MemoryMap.SIZE);
        int stride = RawMemory.at(Multiboot2Tag.MemoryMap.class, tag).entrySize();
        if (stride < Multiboot2Tag.Range.SIZE) {
            throw new BootException("entries of the boot loader's memory map are too short");
        }
        for (long at = Multiboot2Tag.MemoryMap.SIZE; size - at >= Multiboot2Tag.Range.SIZE; at += stride) {
            Multiboot2Tag.Range range = RawMemory.at(Multiboot2Tag.Range.class, tag.plus(at));
            result.addRange(range.base(), range.length(), range.type());
        }
    }

    /** The pointer of ACPI 2.0 and later wins over that of ACPI 1.0. */
    private void readRootPointer(PhysicalAddress content, long size, int needed) {
        checkSize(size, Multiboot2Tag.SIZE + needed);
        if (!hasNewRootPointer) {
            result.rootPointer(content);
        }
        hasNewRootPointer |= needed == NEW_RSDP_SIZE;
    }

    private static void checkSize(long size, int needed) {
        if (size < needed) {
            throw new BootException("a tag of the boot loader's information is too short");
        }
    }
}
