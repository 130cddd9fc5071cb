/** SHA-256: FIPS 180-4, sections 4.1.2, 5.1.1 and 6.2. */
package org.peaberry.runtime.jdk;

import java.security.MessageDigest;

final class Sha256Digest extends MessageDigest {
    static final String NAME = "SHA-256";

    private static final int ROUNDS = 64;
    private static final int BLOCK = 64;
    private static final int WORDS = 8;
    private static final int LENGTH_AT = BLOCK - Long.BYTES;
    private static final byte END_BIT = (byte) 0x80;
    private static final int BYTE_MASK = 0xff;
    private static final int HEXADECIMAL = 16;
    /** Section 4.2.2: fractions of the cube roots of the first 64 primes, as eight hexadecimal digits each. */
    private static final int[] ROUND_CONSTANTS = words("""
            428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5d807aa9812835b01243185be550c7dc372be5d7480deb1fe9bdc06a7c19bf174
            e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca635114292967
            27b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070
            19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3748f82ee78a5636f84c878148cc7020890befffaa4506cebbef9a3f7c67178f2""");
    /** Section 5.3.3: fractions of the square roots of the first eight primes. */
    private static final int[] START = words("6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19");

    private final int[] state = new int[WORDS];
    private final int[] schedule = new int[ROUNDS];
    private final byte[] block = new byte[BLOCK];
    private long length;

    Sha256Digest() {
        super(NAME);
        engineReset();
    }

    private static int[] words(String digits) {
        String all = digits.replace("\n", "");
        int[] words = new int[all.length() / Integer.BYTES / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.parseUnsignedInt(all.substring(i * WORDS, (i + 1) * WORDS), HEXADECIMAL);
        }
        return words;
    }

    @Override
    protected int engineGetDigestLength() {
        return WORDS * Integer.BYTES;
    }

    @Override
    protected void engineReset() {
        System.arraycopy(START, 0, state, 0, WORDS);
        length = 0;
    }

    @Override
    protected void engineUpdate(byte input) {
        int at = (int) length & BLOCK - 1;
        block[at] = input;
        length++;
        if (at == BLOCK - 1) {
            compress();
        }
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int count) {
        for (int i = 0; i < count; i++) {
            engineUpdate(input[offset + i]);
        }
    }

    @Override
    protected byte[] engineDigest() {
        long bits = length * Byte.SIZE;
        engineUpdate(END_BIT);
        while (((int) length & BLOCK - 1) != LENGTH_AT) {
            engineUpdate((byte) 0);
        }
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            engineUpdate((byte) (bits >>> shift));
        }
        byte[] result = new byte[engineGetDigestLength()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) (state[i / Integer.BYTES] >>> Integer.SIZE - Byte.SIZE - Byte.SIZE * (i % Integer.BYTES));
        }
        engineReset();
        return result;
    }

    /** The inherited one writes to a stream. */
    @Override
    public String toString() {
        return NAME + " Message Digest";
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
            int first = h + (Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25)) + (e & f ^ ~e & g)
                    + ROUND_CONSTANTS[i] + schedule[i];
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

    private void fillSchedule() {
        for (int i = 0; i < BLOCK / Integer.BYTES; i++) {
            int at = i * Integer.BYTES;
            schedule[i] = block[at] << 24 | (block[at + 1] & BYTE_MASK) << 16 | (block[at + 2] & BYTE_MASK) << 8 | block[at + 3] & BYTE_MASK;
        }
        for (int i = BLOCK / Integer.BYTES; i < ROUNDS; i++) {
            int early = schedule[i - 15];
            int late = schedule[i - 2];
            schedule[i] = schedule[i - 16] + schedule[i - 7] + (Integer.rotateRight(early, 7) ^ Integer.rotateRight(early, 18) ^ early >>> 3)
                    + (Integer.rotateRight(late, 17) ^ Integer.rotateRight(late, 19) ^ late >>> 10);
        }
    }
}
