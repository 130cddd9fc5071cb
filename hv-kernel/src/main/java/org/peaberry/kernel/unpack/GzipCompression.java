/** gzip, by JZlib. */
package org.peaberry.kernel.unpack;

import java.io.IOException;
import java.io.InputStream;

import com.jcraft.jzlib.GZIPInputStream;
import org.peaberry.runtime.annotation.GuardedRecursion;

@GuardedRecursion(type = "com.jcraft.jzlib.InflaterInputStream", method = "read", depth = 1, reason = "it reads the file, which is not packed twice")
final class GzipCompression extends Compression {
    private static final long WORKING_MEMORY = 1L << 20;

    GzipCompression() {
        super("gzip", 0x1F, 0x8B);
    }

    @Override
    long workingMemory() {
        return WORKING_MEMORY;
    }

    @Override
    InputStream open(ModuleInput packed, long limit) throws IOException {
        return new GZIPInputStream(packed);
    }
}
