/** Writes an archive that Linux unpacks as its first file system. Linux, Documentation/driver-api/early-userspace/buffer-format.rst. */
package org.peaberry.boot.dom0;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

final class CpioArchive {
    private static final String MAGIC = "070701";
    private static final String TRAILER = "TRAILER!!!";
    private static final int ALIGNMENT = 4;

    private static final int DIRECTORY = 0040000;   // file types in a mode, POSIX <cpio.h>
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int REGULAR = 0100000;
    private static final int SYMBOLIC_LINK = 0120000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int inode = 1;

    void directory(String name) {
        entry(name, DIRECTORY | 0755, 0, 0, new byte[0]);
    }

    /** @param permissions as of chmod, for example 0755 */
    void file(String name, int permissions, byte[] content) {
        entry(name, REGULAR | permissions, 0, 0, content);
    }

    void link(String name, String target) {
        entry(name, SYMBOLIC_LINK | 0777, 0, 0, target.getBytes(StandardCharsets.UTF_8));
    }

    void characterDevice(String name, int major, int minor) {
        entry(name, CHARACTER_DEVICE | 0600, major, minor, new byte[0]);
    }

    /** The archive; nothing may be added after this. */
    byte[] finish() {
        entry(TRAILER, 0, 0, 0, new byte[0]);
        return out.toByteArray();
    }

    private void entry(String name, int mode, int major, int minor, byte[] content) {
        byte[] nameBytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
        int links = 1;
        int[] fields = {inode++, mode, 0, 0, links, 0, content.length, 0, 0, major, minor, nameBytes.length, 0};
        StringBuilder header = new StringBuilder(MAGIC);
        for (int field : fields) {
            header.append(String.format("%08X", field));
        }
        out.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(nameBytes);
        pad();
        out.writeBytes(content);
        pad();
    }

    private void pad() {
        while (out.size() % ALIGNMENT != 0) {
            out.write(0);
        }
    }
}
