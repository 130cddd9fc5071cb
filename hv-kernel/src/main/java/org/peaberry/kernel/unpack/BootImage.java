/** Linux's x86 boot image (bzImage): where its packed kernel is. Linux, Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header". */
package org.peaberry.kernel.unpack;

import org.peaberry.kernel.dom0.BootModule;
import org.peaberry.kernel.dom0.LaunchException;

final class BootImage {
    private static final int SETUP_SECTORS = 0x1F1;
    private static final int MAGIC_AT = 0x202;
    private static final int VERSION = 0x206;
    private static final int PAYLOAD_OFFSET = 0x248;
    private static final int PAYLOAD_LENGTH = 0x24C;
    private static final int HEADER_END = 0x250;

    /** "HdrS". */
    private static final int MAGIC = 0x5372_6448;
    private static final int FIRST_VERSION_WITH_PAYLOAD = 0x208;
    private static final int SECTOR = 512;
    private static final int DEFAULT_SETUP_SECTORS = 4;
    private static final int BYTE_MASK = 0xff;

    private final BootModule file;

    BootImage(BootModule file) {
        this.file = file;
    }

    static boolean isOne(BootModule file) {
        return file.contains(0, HEADER_END) && file.start().loadInt(MAGIC_AT) == MAGIC;
    }

    /** The packed kernel, as the packer wrote it, with the size that Linux's build appends.
     * @throws LaunchException when the image is too old to say where it is, or cut off */
    BootModule payload() throws LaunchException {
        if (Short.toUnsignedInt(file.start().loadShort(VERSION)) < FIRST_VERSION_WITH_PAYLOAD) {
            throw new LaunchException("dom0: the kernel in " + file.name() + " has a boot protocol before 2.08. Use Linux 2.6.26 or later.");
        }
        int sectors = file.start().loadByte(SETUP_SECTORS) & BYTE_MASK;
        long protectedMode = ((sectors == 0 ? DEFAULT_SETUP_SECTORS : sectors) + 1L) * SECTOR;
        long start = protectedMode + Integer.toUnsignedLong(file.start().loadInt(PAYLOAD_OFFSET));
        long length = Integer.toUnsignedLong(file.start().loadInt(PAYLOAD_LENGTH));
        if (length <= Integer.BYTES || !file.contains(start, length)) {
            throw new LaunchException("dom0: the kernel in " + file.name() + " is cut off: its " + length + " packed bytes from " + start
                    + " on are more than there is. Copy it to the boot device again.");
        }
        return new BootModule(file.name(), file.start().plus(start), length);
    }
}
