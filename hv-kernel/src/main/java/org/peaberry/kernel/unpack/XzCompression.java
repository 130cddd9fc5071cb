/** XZ, by XZ for Java. Checks: CRC32, CRC64, SHA-256. Filters: LZMA2, and x86's branch converter. */
package org.peaberry.kernel.unpack;

import java.io.IOException;
import java.io.InputStream;

import org.peaberry.runtime.annotation.GuardedRecursion;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;

@GuardedRecursion(type = "org.tukaani.xz.SingleXZInputStream", method = "read", depth = 1, reason = "it reads the file, which is not packed twice")
@GuardedRecursion(type = "org.tukaani.xz.BlockInputStream", method = "read", depth = 1, reason = "a block reads the file, which has no block within a block")
@GuardedRecursion(type = "org.tukaani.xz.CountingInputStream", method = "read", depth = 1, reason = "a block counts what it reads of the file")
@GuardedRecursion(type = "org.tukaani.xz.SimpleInputStream", method = "read", depth = 3, reason = "a block has at most four filters, and another one is the last (The .xz File Format, 3.1.2)")
@GuardedRecursion(type = "org.tukaani.xz.DeltaInputStream", method = "read", depth = 3, reason = "a block has at most four filters, and another one is the last (The .xz File Format, 3.1.2)")
@GuardedRecursion(type = "org.tukaani.xz.LZMA2InputStream", method = "read", depth = 1, reason = "it is the last filter of a block (The .xz File Format, 5.3.1)")
@GuardedRecursion(type = "java.io.DataInputStream", method = "read", depth = 1, reason = "the last filter and the block's header read the file through one")
@GuardedRecursion(type = "java.util.zip.CheckedInputStream", method = "read", depth = 1, reason = "the index reads the file through one")
@GuardedRecursion(type = "java.io.FilterInputStream", method = "read", depth = 2, reason = "the data stream and the counter of a block, each once")
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
    InputStream open(ModuleInput packed, long limit) throws IOException {
        return new SingleXZInputStream(packed, (int) ((limit - OTHER_OBJECTS) / KIBIBYTE));
    }

    @Override
    long memoryWanted(IOException failure) {
        return failure instanceof MemoryLimitException limit ? (long) limit.getMemoryNeeded() * KIBIBYTE + OTHER_OBJECTS : 0;
    }
}
