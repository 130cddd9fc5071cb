/** A range of memory as a stream. */
package org.peaberry.kernel.unpack;

import java.io.InputStream;

import org.peaberry.runtime.memory.ByteArrays;
import org.peaberry.runtime.unboxed.Address;

final class ModuleInput extends InputStream {
    private static final int BYTE_MASK = 0xff;

    private final long end;
    private long next;

    ModuleInput(Address start, long bytes) {
        next = start.toLong();
        end = next + bytes;
    }

    @Override
    public int read() {
        return next == end ? -1 : Address.of(next++).loadByte() & BYTE_MASK;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        int count = (int) Math.min(length, end - next);
        if (count == 0 && length > 0) {
            return -1;
        }
        ByteArrays.load(to, offset, count, Address.of(next));
        next += count;
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, end - next));
        next += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - next);
    }
}
