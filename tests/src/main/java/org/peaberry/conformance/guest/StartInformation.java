/** What this program was started with, by Xen's PVH protocol or by Multiboot. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.boot.BootInformation;
import org.peaberry.arch.boot.BootInformationReader;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Layout of the start information: Xen, public/arch-x86/hvm/start_info.h. */
record StartInformation(String commandLine) {
    private static final int PVH_MAGIC = 0x336E_C578;
    private static final long COMMAND_LINE_OFFSET = 24;

    @BootOnly
    static StartInformation read(int magic, long information) {
        if (magic == PVH_MAGIC) {
            Address start = Address.of(information);
            return new StartInformation(text(start.loadLong(COMMAND_LINE_OFFSET)));
        }
        BootInformation boot = BootInformationReader.read(magic, PhysicalAddress.of(information));
        return new StartInformation(boot.commandLine());
    }

    /** The value of {@code name=value} on the command line, or null. */
    String option(String name) {
        int start = commandLine.indexOf(name + "=");
        if (start < 0) {
            return null;
        }
        int end = commandLine.indexOf(' ', start);
        return commandLine.substring(start + name.length() + 1, end < 0 ? commandLine.length() : end);
    }

    private static String text(long address) {
        StringBuilder text = new StringBuilder();
        Address next = Address.of(address);
        while (address != 0 && next.loadByte() != 0) {
            text.append((char) next.loadByte());
            next = next.plus(1);
        }
        return text.toString();
    }
}
