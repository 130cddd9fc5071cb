/** Decodes literals and matches, in the form of LZ4's blocks. */
package org.peaberry.bench.kernels;

final class LzDecode implements Kernel {
    private static final int SEQUENCES = 60_000;
    private static final int LEAST_MATCH = 4;

    private final byte[] packed = new byte[SEQUENCES * 20];
    private final byte[] unpacked = new byte[SEQUENCES * 36];
    private int packedSize;

    /** Random sequences: a token with both lengths, literals, the match's distance. */
    LzDecode() {
        Sequence sequence = new Sequence(13);
        int size = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            int literals = i == 0 ? 15 : sequence.next() & 7;
            int match = sequence.next() & 15;
            packed[packedSize++] = (byte) (literals << 4 | match);
            for (int j = 0; j < literals; j++) {
                packed[packedSize++] = (byte) sequence.next();
            }
            size += literals;
            int distance = 1 + sequence.next() % Math.min(size, 0xffff);
            packed[packedSize++] = (byte) distance;
            packed[packedSize++] = (byte) (distance >>> 8);
            size += match + LEAST_MATCH;
        }
    }

    private int decode() {
        int in = 0;
        int out = 0;
        while (in < packedSize) {
            int token = packed[in++] & 0xff;
            for (int left = token >>> 4; left > 0; left--) {
                unpacked[out++] = packed[in++];
            }
            int distance = packed[in] & 0xff | (packed[in + 1] & 0xff) << 8;
            in += 2;
            int from = out - distance;
            for (int left = (token & 15) + LEAST_MATCH; left > 0; left--) {
                unpacked[out++] = unpacked[from++];
            }
        }
        return out;
    }

    @Override
    public long run() {
        int size = decode();
        long sum = size;
        for (int i = 0; i < size; i += 64) {
            sum = sum * 31 + unpacked[i];
        }
        return sum;
    }
}
