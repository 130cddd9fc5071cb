/** Linux's x86 boot image: where its packed kernel is. Linux, Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header". */
package org.peaberry.boot.dom0;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.peaberry.boot.host.BuildException;

final class BzImage {
    private static final int SETUP_SECTORS = 0x1F1;
    private static final int MAGIC = 0x202;
    private static final int VERSION = 0x206;
    private static final int PAYLOAD_OFFSET = 0x248;
    private static final int PAYLOAD_LENGTH = 0x24C;
    private static final int HEADER_END = 0x250;

    private static final int MAGIC_VALUE = 0x53726448;          // "HdrS"
    private static final int FIRST_VERSION_WITH_PAYLOAD = 0x208;
    private static final int SECTOR = 512;
    private static final int DEFAULT_SETUP_SECTORS = 4;

    private final byte[] file;
    private final ByteBuffer header;

    /** @throws BuildException when the file is no boot image, or too old a one to say where its kernel is */
    BzImage(byte[] file) {
        this.file = file;
        header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (!isBzImage(file)) {
            throw new BuildException("the file has no Linux boot header (\"HdrS\"): it is not a bzImage");
        }
        int version = header.getShort(VERSION);
        if (version < FIRST_VERSION_WITH_PAYLOAD) {
            throw new BuildException("the kernel's boot protocol is " + (version >> 8) + "." + (version & 0xFF)
                    + ", before 2.08: use Linux 2.6.26 or later");
        }
    }

    static boolean isBzImage(byte[] file) {
        return file.length >= HEADER_END && ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(MAGIC) == MAGIC_VALUE;
    }

    /** The packed kernel, as the packer wrote it, with the size that Linux's build appends. */
    byte[] payload() {
        int sectors = Byte.toUnsignedInt(file[SETUP_SECTORS]);
        long protectedMode = (long) ((sectors == 0 ? DEFAULT_SETUP_SECTORS : sectors) + 1) * SECTOR;
        long start = protectedMode + Integer.toUnsignedLong(header.getInt(PAYLOAD_OFFSET));
        long end = start + Integer.toUnsignedLong(header.getInt(PAYLOAD_LENGTH));
        if (end > file.length) {
            throw new BuildException("the kernel file ends at byte " + file.length + ", before the end of its payload at " + end
                    + ": it is cut off, fetch it again");
        }
        return Arrays.copyOfRange(file, (int) start, (int) end);
    }
}
