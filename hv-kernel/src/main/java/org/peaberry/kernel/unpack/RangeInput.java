/** The next bytes of a range of memory, and no more. */
package org.peaberry.kernel.unpack;

import java.io.IOException;
import java.io.InputStream;

final class RangeInput extends InputStream {
    private final ModuleInput source;
    private int left;

    RangeInput(ModuleInput source, int bytes) {
        this.source = source;
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        left--;
        return source.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int count = source.read(to, offset, Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
