/** CRC32 without native code: eight bytes at a time by tables. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

/** The polynomial is IEEE 802.3's, its bits reversed; slicing by eight. */
@Substitution("java.util.zip.CRC32")
public final class Crc32Substitution {
    private static final int POLYNOMIAL = 0xEDB8_8320;
    private static final int SLICES = 8;
    private static final int BYTES = 256;
    private static final int BYTE_MASK = BYTES - 1;
    /** By slice and byte: the remainder of that byte followed by as many zero bytes as the slice's number. */
    private static final int[] TABLE = table();

    private Crc32Substitution() {
    }

    private static int[] table() {
        int[] table = new int[SLICES * BYTES];
        for (int i = 0; i < BYTES; i++) {
            int remainder = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                remainder = remainder >>> 1 ^ ((remainder & 1) == 0 ? 0 : POLYNOMIAL);
            }
            table[i] = remainder;
        }
        for (int i = BYTES; i < table.length; i++) {
            int before = table[i - BYTES];
            table[i] = before >>> Byte.SIZE ^ table[before & BYTE_MASK];
        }
        return table;
    }

    @Substitute
    static int update(int crc, int value) {
        return ~step(~crc, value);
    }

    @Substitute
    static int updateBytes(int crc, byte[] bytes, int offset, int length) {
        int remainder = ~crc;
        int next = offset;
        int end = offset + length;
        for (; end - next >= SLICES; next += SLICES) {
            remainder = stepEight(remainder, bytes, next);
        }
        for (; next < end; next++) {
            remainder = step(remainder, bytes[next]);
        }
        return ~remainder;
    }

    private static int step(int remainder, int value) {
        return remainder >>> Byte.SIZE ^ TABLE[(remainder ^ value) & BYTE_MASK];
    }

    private static int stepEight(int remainder, byte[] bytes, int at) {
        int first = remainder ^ word(bytes, at);
        int second = word(bytes, at + Integer.BYTES);
        return slice(7, first) ^ slice(6, first >>> 8) ^ slice(5, first >>> 16) ^ slice(4, first >>> 24)
                ^ slice(3, second) ^ slice(2, second >>> 8) ^ slice(1, second >>> 16) ^ slice(0, second >>> 24);
    }

    private static int slice(int number, int value) {
        return TABLE[number * BYTES + (value & BYTE_MASK)];
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & BYTE_MASK | (bytes[at + 1] & BYTE_MASK) << 8 | (bytes[at + 2] & BYTE_MASK) << 16 | bytes[at + 3] << 24;
    }
}
