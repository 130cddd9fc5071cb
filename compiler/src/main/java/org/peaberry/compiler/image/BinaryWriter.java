/** A growing little-endian byte stream that knows its length. */
package org.peaberry.compiler.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

final class BinaryWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    int size() {
        return out.size();
    }

    BinaryWriter put8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    BinaryWriter put16(int... values) {
        for (int value : values) {
            put(value, Short.BYTES);
        }
        return this;
    }

    BinaryWriter put32(long... values) {
        for (long value : values) {
            put(value, Integer.BYTES);
        }
        return this;
    }

    BinaryWriter put64(long... values) {
        for (long value : values) {
            put(value, Long.BYTES);
        }
        return this;
    }

    BinaryWriter putBytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** UTF-8 and a zero byte. */
    BinaryWriter putString(String text) {
        return putBytes(text.getBytes(StandardCharsets.UTF_8)).put8(0);
    }

    BinaryWriter padTo(long offset) {
        while (size() < offset) {
            out.write(0);
        }
        return this;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void put(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> Byte.SIZE * i));
        }
    }
}
