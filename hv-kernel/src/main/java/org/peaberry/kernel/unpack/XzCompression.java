/** XZ, by XZ for Java. Checks: CRC32, CRC64, SHA-256. Filters: LZMA2, and x86's branch converter. */
package org.peaberry.kernel.unpack;

import java.io.IOException;
import java.io.InputStream;

import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;

final class XzCompression extends Compression {
    /** The dictionary of Linux's kernels is 32 MiB large. */
    private static final long USUAL_MEMORY = 40L << 20;
    /** Streams and buffers, besides what the library counts. */
    private static final long OTHER_OBJECTS = 1L << 20;
    private static final int KIBIBYTE = 1024;

    XzCompression() {
        super("XZ", 0xFD, '7', 'z', 'X', 'Z', 0);
    }

    @Override
    long workingMemory() {
        return USUAL_MEMORY;
    }

    /** The library asks for memory when the first byte is read. */
    @Override
    InputStream open(InputStream packed, long limit) throws IOException {
        return new SingleXZInputStream(packed, (int) ((limit - OTHER_OBJECTS) / KIBIBYTE));
    }

    @Override
    long memoryWanted(IOException failure) {
        return failure instanceof MemoryLimitException limit ? (long) limit.getMemoryNeeded() * KIBIBYTE + OTHER_OBJECTS : 0;
    }
}
