/** Walks of a four-level page table. */
package org.peaberry.bench.kernels;

final class PageWalk implements Kernel {
    private static final int LEVELS = 4;
    private static final int ENTRIES = 512;
    private static final int INDEX_BITS = 9;
    private static final int PAGE_BITS = 12;
    private static final int PRESENT = 1;
    private static final int MAPPINGS = 20_000;
    private static final int WALKS = 200_000;
    private static final int TABLES = 8_300;
    private static final long SPREAD = 0x9E37_79B9_7F4AL;

    private final long[] memory = new long[TABLES * ENTRIES];
    private int tables = 1;

    PageWalk() {
        for (int i = 0; i < MAPPINGS; i++) {
            map(addressOf(i), i);
        }
    }

    private static long addressOf(int number) {
        return (number * SPREAD & 0x3f_ffffL) << PAGE_BITS;
    }

    private static int index(long address, int level) {
        return (int) (address >>> PAGE_BITS + INDEX_BITS * level) & ENTRIES - 1;
    }

    private void map(long address, int frame) {
        int table = 0;
        for (int level = LEVELS - 1; level > 0; level--) {
            int slot = table * ENTRIES + index(address, level);
            if ((memory[slot] & PRESENT) == 0) {
                memory[slot] = (long) tables++ << PAGE_BITS | PRESENT;
            }
            table = (int) (memory[slot] >>> PAGE_BITS);
        }
        memory[table * ENTRIES + index(address, 0)] = (long) frame << PAGE_BITS | PRESENT;
    }

    /** The frame, or -1. */
    private long translate(long address) {
        int table = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            long entry = memory[table * ENTRIES + index(address, level)];
            if ((entry & PRESENT) == 0) {
                return -1;
            }
            table = (int) (entry >>> PAGE_BITS);
        }
        return table;
    }

    @Override
    public long run() {
        long sum = 0;
        for (int i = 0; i < WALKS; i++) {
            sum = sum * 31 + translate(addressOf(i * 7 % (2 * MAPPINGS)));
        }
        return sum;
    }
}
