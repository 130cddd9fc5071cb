/** Reads Multiboot 1 information. */
package org.peaberry.arch.boot;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Every address is a 32-bit one, and the boot tables map the first 4 GiB, so reads cannot fault; counts are bounded. */
@BootOnly
final class Multiboot1Reader {
    private static final PhysicalAddress LIMIT = PhysicalAddress.of(DirectMap.BOOT_LIMIT);
    private static final long LONGEST_MEMORY_MAP = 64 << 10;
    private static final int INFORMATION_SIZE = 116;

    private final BootInformation result;

    Multiboot1Reader(BootInformation result) {
        this.result = result;
    }

    void read(PhysicalAddress information) {
        Multiboot1Information source = RawMemory.at(Multiboot1Information.class, DirectMap.addressOf(information));
        int flags = source.flags();
        result.place(information, information.plus(INFORMATION_SIZE));
        if ((flags & Multiboot1Information.HAS_LOADER_NAME) != 0) {
            result.loaderName(string(source.loaderName()));
        }
        if ((flags & Multiboot1Information.HAS_COMMAND_LINE) != 0) {
            result.commandLine(string(source.commandLine()));
        }
        if ((flags & Multiboot1Information.HAS_MODULES) != 0) {
            readModules(physical(source.modules()), source.moduleCount());
        }
        if ((flags & Multiboot1Information.HAS_MEMORY_MAP) != 0) {
            readMemoryMap(physical(source.memoryMap()), Integer.toUnsignedLong(source.memoryMapBytes()));
        }
    }

    private void readModules(PhysicalAddress list, int count) {
        if (count < 0 || count > BootInformation.MAXIMUM_MODULES) {
            throw new BootException("more than " + BootInformation.MAXIMUM_MODULES + " boot modules: load fewer");
        }
        checkWithinLimit(list, (long) count * Multiboot1Information.Module.SIZE);
        for (int i = 0; i < count; i++) {
            PhysicalAddress at = list.plus((long) i * Multiboot1Information.Module.SIZE);
            Multiboot1Information.Module module = RawMemory.at(Multiboot1Information.Module.class, DirectMap.addressOf(at));
            String text = module.string() == 0 ? "" : string(module.string());
            result.addModule(physical(module.start()), physical(module.end()), text);
        }
    }

    private void readMemoryMap(PhysicalAddress map, long bytes) {
        if (bytes > LONGEST_MEMORY_MAP) {
            throw new BootException("the boot loader's memory map is longer than 64 KiB");
        }
        checkWithinLimit(map, bytes);
        long done = 0;
        while (bytes - done >= Integer.BYTES + Multiboot1Information.Range.MINIMUM_SIZE) {
            Multiboot1Information.Range range = RawMemory.at(Multiboot1Information.Range.class, DirectMap.addressOf(map.plus(done)));
            long size = Integer.toUnsignedLong(range.size());
            if (size < Multiboot1Information.Range.MINIMUM_SIZE) {
                throw new BootException("an entry of the boot loader's memory map is too short");
            }
            result.addRange(range.base(), range.length(), range.type());
            done += Integer.BYTES + size;
        }
    }

    private static void checkWithinLimit(PhysicalAddress start, long bytes) {
        if (LIMIT.isBelow(start.plus(bytes))) {
            throw new BootException("a structure of the boot loader goes beyond 4 GiB");
        }
    }

    private static String string(int address) {
        return BootInformationReader.string(physical(address), LIMIT);
    }

    private static PhysicalAddress physical(int address) {
        return PhysicalAddress.of(Integer.toUnsignedLong(address));
    }
}
