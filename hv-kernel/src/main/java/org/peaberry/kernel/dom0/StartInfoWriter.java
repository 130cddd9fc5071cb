/** Writes what a PVH kernel is started with: start info, memory map, command line, place of the initrd. */
package org.peaberry.kernel.dom0;

import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** Two pages: the structures in the first one, the command line in the second one. */
@BootOnly
final class StartInfoWriter {
    static final long SIZE = 8 << 10;
    private static final long MODULE_OFFSET = 0x80;
    private static final long MAP_OFFSET = 0x100;
    private static final long COMMAND_LINE_OFFSET = 4 << 10;
    private static final int LONGEST_COMMAND_LINE = (4 << 10) - 1;

    private final Address host;
    private final GuestPhysicalAddress guest;

    /** @param host where the hypervisor reaches {@code guest} */
    StartInfoWriter(Address host, GuestPhysicalAddress guest) {
        this.host = host;
        this.guest = guest;
        Memory.fillWords(host.toLong(), 0, SIZE / Long.BYTES);
    }

    /** @param initrdBytes 0 when there is none */
    void write(MemoryMap map, String commandLine, GuestPhysicalAddress root, GuestPhysicalAddress initrd, long initrdBytes)
            throws LaunchException {
        StartInfo.Header header = RawMemory.at(StartInfo.Header.class, host);
        header.magic(StartInfo.MAGIC);
        header.version(StartInfo.VERSION_WITH_MEMORY_MAP);
        header.flags(StartInfo.PRIVILEGED | StartInfo.INITIAL_DOMAIN);
        header.rsdp(root.toLong());
        header.commandLine(guest.toLong() + COMMAND_LINE_OFFSET);
        writeCommandLine(commandLine);
        if (initrdBytes > 0) {
            header.moduleCount(1);
            header.modules(guest.toLong() + MODULE_OFFSET);
            StartInfo.Module module = RawMemory.at(StartInfo.Module.class, host.plus(MODULE_OFFSET));
            module.address(initrd.toLong());
            module.size(initrdBytes);
        }
        header.memoryMap(guest.toLong() + MAP_OFFSET);
        header.memoryMapEntries(map.count());
        writeMap(map);
    }

    private void writeMap(MemoryMap map) {
        StartInfo.MemoryMap entries = RawMemory.at(StartInfo.MemoryMap.class, host.plus(MAP_OFFSET));
        for (int i = 0; i < map.count(); i++) {
            entries.address(i, map.start(i));
            entries.size(i, map.end(i) - map.start(i));
            entries.type(i, map.kind(i).number());
        }
    }

    private void writeCommandLine(String text) throws LaunchException {
        if (text.length() > LONGEST_COMMAND_LINE) {
            throw new LaunchException("dom0: the kernel's command line is longer than " + LONGEST_COMMAND_LINE + " characters. Shorten it.");
        }
        for (int i = 0; i < text.length(); i++) {
            host.store(COMMAND_LINE_OFFSET + i, (byte) text.charAt(i));
        }
    }
}
