/** A table-driven CRC-32, byte by byte. */
package org.peaberry.bench.kernels;

final class Crc implements Kernel {
    private static final int SIZE = 1 << 19;
    private static final int POLYNOMIAL = 0xEDB8_8320;

    private final int[] table = new int[256];
    private final byte[] data = new byte[SIZE];

    Crc() {
        for (int i = 0; i < table.length; i++) {
            int remainder = i;
            for (int bit = 0; bit < 8; bit++) {
                remainder = remainder >>> 1 ^ ((remainder & 1) == 0 ? 0 : POLYNOMIAL);
            }
            table[i] = remainder;
        }
        Sequence sequence = new Sequence(5);
        for (int i = 0; i < SIZE; i++) {
            data[i] = (byte) sequence.next();
        }
    }

    @Override
    public long run() {
        int remainder = -1;
        for (byte b : data) {
            remainder = remainder >>> 8 ^ table[(remainder ^ b) & 0xff];
        }
        return ~remainder;
    }
}
