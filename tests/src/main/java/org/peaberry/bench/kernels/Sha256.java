/** SHA-256's compression, block after block. FIPS 180-4, section 6.2; the constants are counted, not the standard's. */
package org.peaberry.bench.kernels;

final class Sha256 implements Kernel {
    private static final int ROUNDS = 64;
    private static final int BLOCKS = 3000;

    private final int[] constants = new int[ROUNDS];
    private final int[] schedule = new int[ROUNDS];
    private final int[] state = new int[8];
    private final byte[] block = new byte[64];

    Sha256() {
        Sequence sequence = new Sequence(9);
        for (int i = 0; i < ROUNDS; i++) {
            constants[i] = sequence.next();
        }
    }

    private void fillSchedule() {
        for (int i = 0; i < 16; i++) {
            schedule[i] = block[4 * i] << 24 | (block[4 * i + 1] & 0xff) << 16 | (block[4 * i + 2] & 0xff) << 8 | block[4 * i + 3] & 0xff;
        }
        for (int i = 16; i < ROUNDS; i++) {
            int early = schedule[i - 15];
            int late = schedule[i - 2];
            schedule[i] = schedule[i - 16] + schedule[i - 7] + (Integer.rotateRight(early, 7) ^ Integer.rotateRight(early, 18) ^ early >>> 3)
                    + (Integer.rotateRight(late, 17) ^ Integer.rotateRight(late, 19) ^ late >>> 10);
        }
    }

    private void compress() {
        fillSchedule();
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < ROUNDS; i++) {
            int first = h + (Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25)) + (e & f ^ ~e & g) + constants[i] + schedule[i];
            int second = (Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22)) + (a & b ^ a & c ^ b & c);
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    @Override
    public long run() {
        for (int i = 0; i < state.length; i++) {
            state[i] = i * 0x1234567;
        }
        for (int i = 0; i < BLOCKS; i++) {
            for (int j = 0; j < block.length; j++) {
                block[j] = (byte) (i * j);
            }
            compress();
        }
        long sum = 0;
        for (int word : state) {
            sum = sum * 31 + word;
        }
        return sum;
    }
}
