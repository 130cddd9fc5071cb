/** Makes Linux boot images with something packed in them, in simulated memory. */
package org.peaberry.kernel.unpack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.peaberry.kernel.dom0.BootModule;
import org.peaberry.runtime.unboxed.Address;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

final class PackedKernels {
    static final Address FILE = Address.of(0x100_0000);
    static final int PAYLOAD_AT = 0x600;
    private static final int LZ4_BLOCK = 5000;
    private static final int DICTIONARY = 1 << 16;

    private PackedKernels() {
    }

    /** Compressible, with x86 calls in it. */
    static byte[] kernel(int size) {
        byte[] kernel = new byte[size];
        for (int i = 0; i < size; i++) {
            kernel[i] = (byte) (i % 37 == 0 ? 0xE8 : i % 37 < 5 ? i >> 6 : i % 11);
        }
        return kernel;
    }

    static byte[] xz(byte[] kernel, int check) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        LZMA2Options lzma = new LZMA2Options();
        lzma.setDictSize(DICTIONARY);
        try (OutputStream out = new XZOutputStream(packed, new FilterOptions[] {new X86Options(), lzma}, check)) {
            out.write(kernel);
        }
        return packed.toByteArray();
    }

    static byte[] xz(byte[] kernel) throws IOException {
        return xz(kernel, XZ.CHECK_CRC32);
    }

    static byte[] gzip(byte[] kernel) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(kernel);
        }
        return packed.toByteArray();
    }

    static byte[] lz4(byte[] kernel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int value : Lz4LegacyInput.MAGIC) {
            all.write(value);
        }
        for (int i = 0; i < kernel.length; i += LZ4_BLOCK) {
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            try (OutputStream out = new BlockLZ4CompressorOutputStream(block)) {
                out.write(kernel, i, Math.min(LZ4_BLOCK, kernel.length - i));
            }
            all.writeBytes(little(block.size()));
            all.writeBytes(block.toByteArray());
        }
        return all.toByteArray();
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    /** A boot image in memory. */
    static BootModule image(byte[] packed, int announcedSize) {
        byte[] file = new byte[PAYLOAD_AT + packed.length + Integer.BYTES];
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0x1F1, (byte) 1).putInt(0x202, 0x5372_6448).putShort(0x206, (short) 0x20f);
        header.putInt(0x248, PAYLOAD_AT - 2 * 512).putInt(0x24C, packed.length + Integer.BYTES);
        System.arraycopy(packed, 0, file, PAYLOAD_AT, packed.length);
        header.putInt(PAYLOAD_AT + packed.length, announcedSize);
        return module(file);
    }

    static BootModule module(byte[] file) {
        for (int i = 0; i < file.length; i++) {
            FILE.store((long) i, file[i]);
        }
        return new BootModule("boot module 1", FILE, file.length);
    }
}
