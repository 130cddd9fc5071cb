/** A chained hash map of numbers: insertions, look-ups, removals. */
package org.peaberry.bench.kernels;

final class HashMapKernel implements Kernel {
    private static final int BUCKETS = 1 << 12;
    private static final int STEPS = 200_000;
    private static final int KEYS = 20_000;
    private static final long HASH = 0x9E37_79B9_7F4A_7C15L;
    private static final int HASH_SHIFT = 52;

    /** A key with its value. */
    private static final class Entry {
        private long key;
        private long value;
        private Entry next;
    }

    private final Entry[] buckets = new Entry[BUCKETS];
    private final Entry[] spare = new Entry[KEYS];
    private int spares;

    HashMapKernel() {
        for (int i = 0; i < KEYS; i++) {
            spare[spares++] = new Entry();
        }
    }

    private static int bucket(long key) {
        return (int) (key * HASH >>> HASH_SHIFT);
    }

    private Entry find(long key) {
        Entry entry = buckets[bucket(key)];
        while (entry != null && entry.key != key) {
            entry = entry.next;
        }
        return entry;
    }

    private void put(long key, long value) {
        Entry entry = find(key);
        if (entry == null) {
            entry = spare[--spares];
            entry.key = key;
            entry.next = buckets[bucket(key)];
            buckets[bucket(key)] = entry;
        }
        entry.value = value;
    }

    private void remove(long key) {
        Entry before = null;
        Entry entry = buckets[bucket(key)];
        while (entry != null && entry.key != key) {
            before = entry;
            entry = entry.next;
        }
        if (entry == null) {
            return;
        }
        if (before == null) {
            buckets[bucket(key)] = entry.next;
        } else {
            before.next = entry.next;
        }
        spare[spares++] = entry;
    }

    @Override
    public long run() {
        Sequence sequence = new Sequence(11);
        long sum = 0;
        for (int i = 0; i < STEPS; i++) {
            long key = sequence.next() % KEYS;
            switch (i & 3) {
                case 0, 1 -> put(key, i);
                case 2 -> {
                    Entry entry = find(key);
                    sum = sum * 31 + (entry == null ? 0 : entry.value);
                }
                default -> remove(key);
            }
        }
        for (long key = 0; key < KEYS; key++) {
            remove(key);
        }
        return sum;
    }
}
