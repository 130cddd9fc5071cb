/** The files that the boot loader brought, moved out of the way of dom0's memory. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.boot.BootInformation;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.dom0.BootModule;
import org.peaberry.kernel.dom0.LaunchException;
import org.peaberry.kernel.options.LogLevel;
import org.peaberry.kernel.unpack.KernelUnpacker;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** The first one is dom0's kernel, the second one, if any, its initrd. */
@BootOnly
public final class BootModules {
    /** Modules that are used. */
    static final int USED = 2;

    private static final long KIBIBYTE = 1 << 10;

    private final BootModule[] modules;
    private final String kernelArguments;

    /** Moves them; before that memory is used for anything else. */
    public BootModules(BootInformation information, MemoryPlan plan) {
        if (information.moduleCount() == 0) {
            throw new BootFailure("dom0: no kernel. Add it and its initrd as modules: in GRUB 'module2 /boot/vmlinux ...' and 'module2 /boot/initrd',"
                    + " under QEMU -initrd \"vmlinux ...,initrd\"");
        }
        modules = new BootModule[Math.min(information.moduleCount(), USED)];
        for (int i = 0; i < modules.length; i++) {
            long bytes = information.moduleEnd(i).distanceFrom(information.moduleStart(i));
            if (bytes == 0) {
                throw new BootFailure("dom0: boot module " + (i + 1) + " is empty. Check the file on the boot device.");
            }
            PhysicalAddress place = plan.take(bytes, "boot module " + (i + 1));
            long words = (bytes + Long.BYTES - 1) / Long.BYTES;
            Memory.copyWords(DirectMap.addressOf(place).toLong(), DirectMap.addressOf(information.moduleStart(i)).toLong(), words);
            modules[i] = new BootModule("boot module " + (i + 1), DirectMap.addressOf(place), bytes);
        }
        kernelArguments = information.moduleArguments(0);
    }

    /** Replaces the kernel by the one that is packed in it, if it is a Linux boot image.
     * @throws LaunchException when it is damaged */
    void unpackKernel(MemoryPlan plan, Console console) throws LaunchException {
        BootModule packed = modules[0];
        if (KernelUnpacker.isPacked(packed)) {
            KernelUnpacker unpacker = KernelUnpacker.of(packed, new PlannedMemory(plan));
            if (console.begin(LogLevel.INFO)) {
                console.text("dom0: unpacking a kernel of ").decimal(packed.size() / KIBIBYTE).text(" KiB, packed by ").text(unpacker.compressionName()).end();
            }
            modules[0] = unpacker.unpack();
            plan.giveBack(DirectMap.physicalOf(packed.start()), packed.size());
        }
    }

    public BootModule kernel() {
        return modules[0];
    }

    /** Or null. */
    public BootModule initrd() {
        return modules.length > 1 ? modules[1] : null;
    }

    /** dom0's command line. */
    public String kernelArguments() {
        return kernelArguments;
    }
}
