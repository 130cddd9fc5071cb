/** Bytes of a debug section, with DWARF's own kinds of numbers. */
package org.peaberry.compiler.debug;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Little endian; the 32-bit format of DWARF 5, §7.4. */
final class DwarfBytes {
    /** Version of all sections but .debug_aranges and .debug_frame. */
    static final int VERSION = 5;
    private static final int INITIAL_CAPACITY = 4096;
    private static final int PAYLOAD_BITS = 7;
    private static final int PAYLOAD = 0x7f;
    private static final int MORE_FOLLOWS = 0x80;

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    DwarfBytes put8(int... values) {
        for (int value : values) {
            put(value, Byte.BYTES);
        }
        return this;
    }

    DwarfBytes put16(int value) {
        return put(value, Short.BYTES);
    }

    DwarfBytes put32(long value) {
        return put(value, Integer.BYTES);
    }

    DwarfBytes put64(long value) {
        return put(value, Long.BYTES);
    }

    /** ULEB128. DWARF 5, §7.6. */
    DwarfBytes putUnsigned(long value) {
        long rest = value;
        while (rest >>> PAYLOAD_BITS != 0) {
            put8((int) (rest & PAYLOAD | MORE_FOLLOWS));
            rest >>>= PAYLOAD_BITS;
        }
        return put8((int) rest);
    }

    /** SLEB128. */
    DwarfBytes putSigned(long value) {
        long rest = value;
        while (rest >> PAYLOAD_BITS - 1 != rest >> Long.SIZE - 1) {
            put8((int) (rest & PAYLOAD | MORE_FOLLOWS));
            rest >>= PAYLOAD_BITS;
        }
        return put8((int) (rest & PAYLOAD));
    }

    DwarfBytes putBytes(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /** UTF-8 and a zero byte. */
    DwarfBytes putString(String text) {
        return putBytes(text.getBytes(StandardCharsets.UTF_8)).put8(0);
    }

    /** Fills with a byte up to a multiple of an alignment, counted from an offset. */
    DwarfBytes align(int from, int alignment, int filler) {
        while ((size - from) % alignment != 0) {
            put8(filler);
        }
        return this;
    }

    /** Makes room for the length of what follows, which {@link #endLength} fills in; returns what that needs. */
    int beginLength() {
        put32(0);
        return size;
    }

    void endLength(int begin) {
        patch32(begin - Integer.BYTES, size - begin);
    }

    void patch32(int offset, long value) {
        int end = size;
        size = offset;
        put32(value);
        size = end;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private DwarfBytes put(long value, int count) {
        ensure(count);
        for (int i = 0; i < count; i++) {
            bytes[size++] = (byte) (value >> Byte.SIZE * i);
        }
        return this;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
