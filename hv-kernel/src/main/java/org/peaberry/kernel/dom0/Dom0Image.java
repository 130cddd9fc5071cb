/** Puts kernel, start info, initrd and ACPI tables into dom0's memory. */
package org.peaberry.kernel.dom0;

import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * The start info follows the kernel, then the initrd: a kernel's first page tables reach what is near it. The ACPI tables are at
 * the upper end of dom0's memory.
 */
@BootOnly
public final class Dom0Image {
    private final GuestPhysicalAddress entry;
    private final GuestPhysicalAddress startInfo;

    /**
     * @param initrd null when there is none
     * @throws LaunchException when the kernel is bad or something does not fit
     */
    public Dom0Image(Dom0Memory memory, BootModule kernelFile, BootModule initrd, String commandLine, AcpiBuilder acpi,
            MemoryMap map) throws LaunchException {
        ElfKernel kernel = new ElfKernel(kernelFile);
        GuestPhysicalAddress tables = memory.reserveForTables(AcpiBuilder.SIZE);
        kernel.load(memory);
        GuestPhysicalAddress root = acpi.build(Dom0Memory.hostAddress(tables), tables);
        startInfo = pageAfter(kernel.end());
        if (!memory.isRam(startInfo, StartInfoWriter.SIZE)) {
            throw tooSmall("start information");
        }
        GuestPhysicalAddress initrdPlace = GuestPhysicalAddress.of(startInfo.toLong() + StartInfoWriter.SIZE);
        long initrdBytes = initrd == null ? 0 : initrd.size();
        if (initrdBytes > 0 && !memory.copy(initrdPlace, initrd.start(), initrdBytes)) {
            throw tooSmall("initrd");
        }
        new StartInfoWriter(Dom0Memory.hostAddress(startInfo), startInfo).write(map, commandLine, root, initrdPlace, initrdBytes);
        entry = kernel.entry();
    }

    /** Where the kernel begins. */
    public GuestPhysicalAddress entry() {
        return entry;
    }

    /** What it is given in EBX. */
    public GuestPhysicalAddress startInfo() {
        return startInfo;
    }

    private static GuestPhysicalAddress pageAfter(GuestPhysicalAddress end) {
        return GuestPhysicalAddress.of(end.toLong() + HostFrame.SIZE - 1 & -HostFrame.SIZE);
    }

    private static LaunchException tooSmall(String what) {
        return new LaunchException("dom0: no room for the " + what + " behind the kernel. Raise dom0_mem, or the machine's memory.");
    }
}
