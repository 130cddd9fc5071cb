/** What the XZ kernel unpacks: packed when the class is initialized, for compiled code on the build host. */
package org.peaberry.bench.kernels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

public final class XzSample {
    /** Bytes when unpacked. */
    static final int SIZE = 1 << 19;

    private static final byte[] PACKED = pack();

    private XzSample() {
    }

    /** An XZ file. */
    public static byte[] packed() {
        return PACKED;
    }

    /** Text-like: words of a small vocabulary. */
    private static byte[] pack() {
        Sequence sequence = new Sequence(17);
        byte[] text = new byte[SIZE];
        for (int i = 0; i < SIZE;) {
            int word = sequence.next() % 700;
            for (int j = 0; j < 3 + word % 7 && i < SIZE; j++) {
                text[i++] = (byte) ('a' + (word * (j + 3) + j) % 26);
            }
            if (i < SIZE) {
                text[i++] = ' ';
            }
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(packed, new LZMA2Options(4))) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
