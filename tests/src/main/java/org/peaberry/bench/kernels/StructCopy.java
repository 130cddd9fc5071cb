/** Copies structures: field by field, and in arrays. */
package org.peaberry.bench.kernels;

final class StructCopy implements Kernel {
    private static final int COUNT = 2000;
    private static final int ROUNDS = 60;
    private static final int WORDS = 8;

    /** A few registers. */
    private static final class State {
        private long first;
        private long second;
        private long third;
        private long fourth;
        private int flags;
        private int mode;

        void copyFrom(State other) {
            first = other.first;
            second = other.second;
            third = other.third;
            fourth = other.fourth;
            flags = other.flags;
            mode = other.mode;
        }
    }

    private final State[] states = new State[COUNT];
    private final long[] blocks = new long[COUNT * WORDS];

    StructCopy() {
        for (int i = 0; i < COUNT; i++) {
            states[i] = new State();
        }
    }

    private void fill() {
        for (int i = 0; i < COUNT; i++) {
            State state = states[i];
            state.first = i;
            state.second = i * 3L;
            state.third = i ^ 0x55;
            state.fourth = -i;
            state.flags = i & 7;
            state.mode = i % 3;
        }
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = i * 7L;
        }
    }

    @Override
    public long run() {
        fill();
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < COUNT; i++) {
                int from = (i * 13 + round) % COUNT;
                states[i].copyFrom(states[from]);
                if (from != i) {
                    System.arraycopy(blocks, from * WORDS, blocks, i * WORDS, WORDS);
                }
            }
        }
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            State state = states[i];
            sum = sum * 31 + state.first + state.second * 3 + state.third * 5 + state.fourth * 7 + state.flags * 11 + state.mode * 13 + blocks[i * WORDS + i % WORDS];
        }
        return sum;
    }
}
