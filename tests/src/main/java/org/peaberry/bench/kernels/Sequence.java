/** A linear congruential sequence: the same numbers in Java and in C. Knuth, The Art of Computer Programming, vol. 2, 3.3.4, MMIX. */
package org.peaberry.bench.kernels;

final class Sequence {
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;
    private static final int SHIFT = 33;

    private long state;

    Sequence(long seed) {
        state = seed;
    }

    /** 0 to 2^31 - 1. */
    int next() {
        state = state * MULTIPLIER + INCREMENT;
        return (int) (state >>> SHIFT);
    }
}
