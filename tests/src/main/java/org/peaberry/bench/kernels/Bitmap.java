/** Finds, takes and gives back bits of a bitmap. */
package org.peaberry.bench.kernels;

import java.util.Arrays;

final class Bitmap implements Kernel {
    private static final int WORDS = 1024;
    private static final int STEPS = 100_000;

    private final long[] free = new long[WORDS];
    private int hint;

    private int take() {
        for (int i = 0; i < WORDS; i++) {
            int word = hint + i & WORDS - 1;
            if (free[word] != 0) {
                int bit = Long.numberOfTrailingZeros(free[word]);
                free[word] &= free[word] - 1;
                hint = word;
                return word * Long.SIZE + bit;
            }
        }
        return -1;
    }

    private void giveBack(int number) {
        free[number / Long.SIZE] |= 1L << number % Long.SIZE;
    }

    private int count() {
        int count = 0;
        for (long word : free) {
            count += Long.bitCount(word);
        }
        return count;
    }

    @Override
    public long run() {
        Arrays.fill(free, -1);
        hint = 0;
        Sequence sequence = new Sequence(7);
        long sum = 0;
        for (int i = 0; i < STEPS; i++) {
            int random = sequence.next();
            if ((random & 3) != 0) {
                sum = sum * 31 + take();
            } else {
                giveBack(random >>> 2 & WORDS * Long.SIZE - 1);
            }
        }
        return sum + count();
    }
}
