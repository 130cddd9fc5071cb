/** Unpacks the kernel inside a boot image. Formats: Linux, scripts/Makefile.lib (kernels are followed by their unpacked size, 4 bytes). */
package org.peaberry.boot.dom0;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import org.peaberry.boot.host.BuildException;
import org.tukaani.xz.SingleXZInputStream;

final class KernelPayload {
    private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};

    private final byte[] packed;

    KernelPayload(byte[] packed) {
        this.packed = packed;
    }

    /** The ELF file inside.
     * @throws BuildException when it is packed in another way than XZ or gzip, or damaged */
    byte[] unpack() {
        if (startsWith(packed, ELF)) {
            return packed;
        }
        try (InputStream unpacker = unpacker()) {
            byte[] kernel = unpacker.readNBytes(announcedSize());
            boolean complete = unpacker.read() < 0;     // only at its end does the unpacker compare checksums
            if (!complete || kernel.length != announcedSize() || !startsWith(kernel, ELF)) {
                throw new BuildException("the kernel inside the boot image is no ELF file of the announced size: fetch it again");
            }
            return kernel;
        } catch (IOException e) {
            throw new BuildException("the kernel inside the boot image is damaged", e);
        }
    }

    private InputStream unpacker() throws IOException {
        if (startsWith(packed, XZ)) {
            return new SingleXZInputStream(new ByteArrayInputStream(packed));
        }
        if (startsWith(packed, GZIP)) {
            return new GZIPInputStream(new ByteArrayInputStream(packed));
        }
        throw new BuildException("the kernel is packed neither with XZ nor with gzip: give its unpacked ELF file, vmlinux, instead");
    }

    private int announcedSize() {
        int size = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(packed.length - Integer.BYTES);
        if (size < 0) {
            throw new BuildException("the kernel announces an unpacked size of more than 2 GiB: the boot image is damaged");
        }
        return size;
    }

    private static boolean startsWith(byte[] data, byte[] magic) {
        return data.length >= magic.length && Arrays.equals(data, 0, magic.length, magic, 0, magic.length);
    }
}
