/** Numbers of variable length, by the examples of the DWARF standard and by what they decode to. */
package org.peaberry.compiler.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DwarfBytesTest {
    private static final int PAYLOAD_BITS = 7;
    private static final int PAYLOAD = 0x7f;
    private static final int SIGN = 0x40;

    /** DWARF 5, tables 7.7 and 7.8, §7.6. */
    @Test
    void numbersAreWrittenAsTheStandardSays() {
        assertArrayEquals(bytes(0x80, 0x01), new DwarfBytes().putUnsigned(128).toByteArray());
        assertArrayEquals(bytes(0xb9, 0x64), new DwarfBytes().putUnsigned(12857).toByteArray());
        assertArrayEquals(bytes(0x7e), new DwarfBytes().putSigned(-2).toByteArray());
        assertArrayEquals(bytes(0xff, 0x00), new DwarfBytes().putSigned(127).toByteArray());
        assertArrayEquals(bytes(0x80, 0x7f), new DwarfBytes().putSigned(-128).toByteArray());
    }

    @Property
    void everyUnsignedNumberIsReadBack(@ForAll long value) {
        assertEquals(value, decode(new DwarfBytes().putUnsigned(value).toByteArray(), false));
    }

    @Property
    void everySignedNumberIsReadBack(@ForAll long value) {
        assertEquals(value, decode(new DwarfBytes().putSigned(value).toByteArray(), true));
    }

    @Test
    void lengthsAreFilledIn() {
        DwarfBytes bytes = new DwarfBytes();
        int begin = bytes.beginLength();
        bytes.put16(1);
        bytes.endLength(begin);
        assertArrayEquals(bytes(2, 0, 0, 0, 1, 0), bytes.toByteArray());
    }

    private static long decode(byte[] bytes, boolean isSigned) {
        long value = 0;
        int shift = 0;
        for (byte each : bytes) {
            value |= shift < Long.SIZE ? (long) (each & PAYLOAD) << shift : 0;
            shift += PAYLOAD_BITS;
        }
        boolean isNegative = isSigned && (bytes[bytes.length - 1] & SIGN) != 0;
        return isNegative && shift < Long.SIZE ? value | -1L << shift : value;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
