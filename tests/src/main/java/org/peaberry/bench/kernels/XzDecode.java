/** Unpacks an XZ file by XZ for Java; the twin uses liblzma. */
package org.peaberry.bench.kernels;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.tukaani.xz.XZInputStream;

final class XzDecode implements Kernel {
    private final byte[] packed = XzSample.packed();
    private final byte[] unpacked = new byte[XzSample.SIZE];

    @Override
    public long run() {
        int size = 0;
        try (XZInputStream in = new XZInputStream(new ByteArrayInputStream(packed))) {
            for (int count = in.read(unpacked, 0, unpacked.length); count > 0; count = in.read(unpacked, size, unpacked.length - size)) {
                size += count;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        long sum = size;
        for (int i = 0; i < size; i += 64) {
            sum = sum * 31 + unpacked[i];
        }
        return sum;
    }
}
