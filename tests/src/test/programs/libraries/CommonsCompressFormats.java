/** Commons Compress and XZ for Java: a text of Debian goes through each format and back. */
package libraries;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

public final class CommonsCompressFormats {
    private static final byte[] TEXT = read("/usr/share/common-licenses/GPL-3");

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return crc.getValue();
    }

    private static void show(String name, byte[] packed, InputStream unpacking) throws IOException {
        byte[] back = unpacking.readAllBytes();
        System.out.println(name + " " + packed.length + " " + checksum(packed) + " " + back.length + " " + (checksum(back) == checksum(TEXT)));
    }

    private static byte[] written(ByteArrayOutputStream bytes, OutputStream packing) throws IOException {
        packing.write(TEXT);
        packing.close();
        return bytes.toByteArray();
    }

    private static void damaged(byte[] packed) {
        byte[] copy = packed.clone();
        copy[copy.length / 2] ^= 0x10;
        try {
            System.out.println("not noticed: " + new BZip2CompressorInputStream(new ByteArrayInputStream(copy)).readAllBytes().length);
        } catch (IOException e) {
            System.out.println("damaged: " + e.getMessage());
        }
    }

    public static void main(String[] arguments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] packed = written(bytes, new BZip2CompressorOutputStream(bytes, 3));
        show("bzip2", packed, new BZip2CompressorInputStream(new ByteArrayInputStream(packed)));
        damaged(packed);
        bytes = new ByteArrayOutputStream();
        packed = written(bytes, new BlockLZ4CompressorOutputStream(bytes));
        show("lz4", packed, new BlockLZ4CompressorInputStream(new ByteArrayInputStream(packed)));
        bytes = new ByteArrayOutputStream();
        packed = written(bytes, new SnappyCompressorOutputStream(bytes, TEXT.length));
        show("snappy", packed, new SnappyCompressorInputStream(new ByteArrayInputStream(packed)));
        bytes = new ByteArrayOutputStream();
        packed = written(bytes, new XZOutputStream(bytes, new LZMA2Options(6)));
        show("xz", packed, new XZInputStream(new ByteArrayInputStream(packed)));
    }
}
