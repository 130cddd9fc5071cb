/** Unpacks LZ4's legacy frames: a magic number, then blocks, each behind its packed size. LZ4 frame format description, "Legacy frame". */
package org.peaberry.kernel.unpack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.peaberry.runtime.annotation.RecursionLimit;

/** All numbers are little-endian; the stream ends where there is no further block. */
final class Lz4LegacyInput extends InputStream {
    static final int[] MAGIC = {0x02, 0x21, 0x4C, 0x18};

    private final ModuleInput packed;
    private InputStream block;
    private boolean started;

    Lz4LegacyInput(ModuleInput packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    @RecursionLimit(depth = 1, reason = "its blocks read memory, which is no LZ4 stream itself", isGuarded = true)
    public int read(byte[] to, int offset, int length) throws IOException {
        while (block != null || nextBlock()) {
            int count = block.read(to, offset, length);
            if (count >= 0) {
                return count;
            }
            block = null;
        }
        return -1;
    }

    private boolean nextBlock() throws IOException {
        if (!started) {
            started = true;
            packed.skip(MAGIC.length);
        }
        int first = packed.read();
        if (first < 0) {
            return false;
        }
        int size = first | next() << Byte.SIZE | next() << 2 * Byte.SIZE | next() << 3 * Byte.SIZE;
        if (size < 0 || size > packed.available()) {
            throw new EOFException("a block of " + Integer.toUnsignedString(size) + " bytes is cut off");
        }
        block = new BlockLZ4CompressorInputStream(new RangeInput(packed, size));
        return true;
    }

    private int next() throws IOException {
        int value = packed.read();
        if (value < 0) {
            throw new EOFException("a block's size is cut off");
        }
        return value;
    }
}
