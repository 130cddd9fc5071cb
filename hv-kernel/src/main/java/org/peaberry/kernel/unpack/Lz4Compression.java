/** LZ4 in the frame format that Linux uses, its blocks by Commons Compress. */
package org.peaberry.kernel.unpack;

import java.io.InputStream;

final class Lz4Compression extends Compression {
    private static final long WORKING_MEMORY = 8L << 20;

    Lz4Compression() {
        super("LZ4", Lz4LegacyInput.MAGIC);
    }

    @Override
    long workingMemory() {
        return WORKING_MEMORY;
    }

    @Override
    InputStream open(InputStream packed, long limit) {
        return new Lz4LegacyInput(packed);
    }
}
