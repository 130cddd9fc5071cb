/** LZ4 in the frame format that Linux uses, its blocks by Commons Compress. */
package org.peaberry.kernel.unpack;

import java.io.InputStream;

import org.peaberry.runtime.annotation.GuardedRecursion;

@GuardedRecursion(type = "org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream", method = "read", depth = 2,
        reason = "a sequence without literals is a match of at least four bytes (LZ4 Block Format Description)")
@GuardedRecursion(type = "org.apache.commons.io.input.ProxyInputStream", method = "read", depth = 1, reason = "a block reads a range of memory through one")
@GuardedRecursion(type = "org.apache.commons.io.input.BoundedInputStream", method = "toString", depth = 1, reason = "it bounds a range of memory")
@GuardedRecursion(type = "org.apache.commons.io.build.AbstractOrigin", method = "toString", depth = 1, reason = "what it holds is no such object itself")
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
    InputStream open(ModuleInput packed, long limit) {
        return new Lz4LegacyInput(packed);
    }
}
