/** A growing array of bytes, little-endian. */
package org.peaberry.compiler.encode;

import java.util.Arrays;

final class CodeBuffer {
    private static final int INITIAL_SIZE = 256;

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int size;

    int size() {
        return size;
    }

    void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    void put(long value, int count) {
        for (int i = 0; i < count; i++) {
            put((int) (value >> Byte.SIZE * i));
        }
    }

    /** Bytes of an array, up to one excluded. */
    void put(byte[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            put(source[i]);
        }
    }

    void patch(int offset, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[offset + i] = (byte) (value >> Byte.SIZE * i);
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
