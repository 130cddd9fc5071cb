/** Reads boot information from physical memory: chooses the protocol by the loader's magic number. */
package org.peaberry.arch.boot;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

@BootOnly
public final class BootInformationReader {
    /** EAX of a Multiboot 1 loader (specification 0.6.96, section 3.2). */
    public static final int MULTIBOOT1_MAGIC = 0x2BADB002;
    /** EAX of a Multiboot 2 loader (specification 2.0, section 3.3). */
    public static final int MULTIBOOT2_MAGIC = 0x36D76289;

    private static final int LONGEST_STRING = 4096;
    private static final int BYTE_MASK = 0xff;

    private BootInformationReader() {
    }

    /**
     * Reads all of it.
     *
     * @param magic what the loader left in EAX
     * @param information what the loader left in EBX
     * @throws BootException when it makes no sense
     */
    public static BootInformation read(int magic, PhysicalAddress information) {
        BootInformation result = new BootInformation();
        switch (magic) {
            case MULTIBOOT1_MAGIC -> new Multiboot1Reader(result).read(information);
            case MULTIBOOT2_MAGIC -> new Multiboot2Reader(result).read(information);
            default -> throw new BootException("not started by a Multiboot loader (magic 0x" + Integer.toHexString(magic)
                    + "): use GRUB's multiboot2 or multiboot command");
        }
        if (result.rangeCount() == 0) {
            throw new BootException("the boot loader passed no memory map: use GRUB 2 or QEMU");
        }
        return result;
    }

    /** Copies a zero-terminated string of at most 4 KiB, byte by byte; it may not reach the end given. */
    static String string(PhysicalAddress start, PhysicalAddress end) {
        StringBuilder text = new StringBuilder();
        Address at = DirectMap.addressOf(start);
        Address stop = DirectMap.addressOf(end);
        while (at.isBelow(stop) && text.length() < LONGEST_STRING) {
            int character = at.loadByte() & BYTE_MASK;
            if (character == 0) {
                return text.toString();
            }
            text.append((char) character);
            at = at.plus(1);
        }
        throw new BootException("a string of the boot loader has no end within 4096 bytes");
    }
}
