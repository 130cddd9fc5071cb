/** Reads machine code byte by byte. */
package org.peaberry.compiler.encode;

final class CodeReader {
    private final byte[] code;
    private int position;

    CodeReader(byte[] code, int position) {
        this.code = code;
        this.position = position;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= code.length;
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() {
        return isAtEnd() ? -1 : Byte.toUnsignedInt(code[position]);
    }

    /** @throws ArrayIndexOutOfBoundsException where the code ends within an instruction */
    int next() {
        return Byte.toUnsignedInt(code[position++]);
    }

    /** A signed little-endian number of 1, 2, 4 or 8 bytes. */
    long signed(int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << Byte.SIZE * i;
        }
        int unused = Long.SIZE - Byte.SIZE * bytes;
        return value << unused >> unused;
    }

    /** Takes the bytes if they come next. */
    boolean take(int... bytes) {
        if (position + bytes.length > code.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (Byte.toUnsignedInt(code[position + i]) != bytes[i]) {
                return false;
            }
        }
        position += bytes.length;
        return true;
    }
}
