/** A hash table of our own, with chains, growth, removal and iteration, under strings, ints and records as keys. */
package large;

public final class HashTable {
    static final class Table<K, V> implements Iterable<K> {
        private static final int FIRST_CAPACITY = 8;

        private static final class Entry<K, V> {
            final K key;
            final int hash;
            V value;
            Entry<K, V> next;

            Entry(K key, int hash, V value, Entry<K, V> next) {
                this.key = key;
                this.hash = hash;
                this.value = value;
                this.next = next;
            }
        }

        private Entry<K, V>[] buckets = create(FIRST_CAPACITY);
        private int size;
        private int resizes;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <K, V> Entry<K, V>[] create(int capacity) {
            return new Entry[capacity];
        }

        private static int spread(Object key) {
            int h = key.hashCode();
            return h ^ h >>> 16;
        }

        private Entry<K, V> find(Object key) {
            int hash = spread(key);
            for (Entry<K, V> e = buckets[hash & buckets.length - 1]; e != null; e = e.next) {
                if (e.hash == hash && e.key.equals(key)) {
                    return e;
                }
            }
            return null;
        }

        V get(Object key) {
            Entry<K, V> entry = find(key);
            return entry == null ? null : entry.value;
        }

        V put(K key, V value) {
            Entry<K, V> entry = find(key);
            if (entry != null) {
                V old = entry.value;
                entry.value = value;
                return old;
            }
            if (size == buckets.length * 3 / 4) {
                resize();
            }
            int hash = spread(key);
            int bucket = hash & buckets.length - 1;
            buckets[bucket] = new Entry<>(key, hash, value, buckets[bucket]);
            size++;
            return null;
        }

        boolean remove(Object key) {
            int hash = spread(key);
            int bucket = hash & buckets.length - 1;
            Entry<K, V> before = null;
            for (Entry<K, V> e = buckets[bucket]; e != null; before = e, e = e.next) {
                if (e.hash == hash && e.key.equals(key)) {
                    if (before == null) {
                        buckets[bucket] = e.next;
                    } else {
                        before.next = e.next;
                    }
                    size--;
                    return true;
                }
            }
            return false;
        }

        private void resize() {
            Entry<K, V>[] old = buckets;
            buckets = create(old.length * 2);
            resizes++;
            for (Entry<K, V> chain : old) {
                while (chain != null) {
                    Entry<K, V> next = chain.next;
                    int bucket = chain.hash & buckets.length - 1;
                    chain.next = buckets[bucket];
                    buckets[bucket] = chain;
                    chain = next;
                }
            }
        }

        @Override
        public java.util.Iterator<K> iterator() {
            return new Keys();
        }

        private final class Keys implements java.util.Iterator<K> {
            private int bucket = -1;
            private Entry<K, V> next;

            Keys() {
                skipEmpty();
            }

            private void skipEmpty() {
                while (next == null && ++bucket < buckets.length) {
                    next = buckets[bucket];
                }
            }

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public K next() {
                if (next == null) {
                    throw new IllegalStateException("no more keys");
                }
                K key = next.key;
                next = next.next;
                skipEmpty();
                return key;
            }
        }
    }

    /** All equal hash codes: everything in one chain. */
    record Colliding(int id, String name) {
        @Override
        public int hashCode() {
            return 7;
        }
    }

    record Position(int x, int y) {
    }

    private static void strings() {
        String text = "it was the best of times it was the worst of times it was the age of wisdom it was the age of foolishness ";
        Table<String, Integer> counts = new Table<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                String word = text.substring(start, i);
                Integer count = counts.get(word);
                counts.put(word, count == null ? 1 : count + 1);
                start = i + 1;
            }
        }
        for (String word : counts) {
            System.out.println(word + " " + counts.get(word));
            //= the 4
            //= times 2
            //= foolishness 1
            //= of 4
            //= was 4
            //= worst 1
            //= best 1
            //= it 4
            //= age 2
            //= wisdom 1
        }
    }

    private static void ints() {
        Table<Integer, Long> squares = new Table<>();
        for (int i = -2000; i < 2000; i++) {
            squares.put(i * 17, (long) i * i);
        }
        for (int i = -2000; i < 2000; i += 3) {
            squares.remove(i * 17);
        }
        long sum = 0;
        int found = 0;
        for (Integer key : squares) {
            sum += squares.get(key) ^ key;
            found++;
        }
        System.out.println(squares.size + " " + found + " " + squares.resizes + " " + sum); //= 2666 2666 10 -2364126
        System.out.println(squares.get(17) + " " + squares.get(34) + " " + squares.get(1) + " " + squares.remove(5)); //= null 4 null false
    }

    private static void records() {
        Table<Colliding, String> colliding = new Table<>();
        for (int i = 0; i < 50; i++) {
            colliding.put(new Colliding(i % 20, "n" + i % 10), "v" + i);
        }
        System.out.println(colliding.size + " " + colliding.get(new Colliding(13, "n3")) + " " + colliding.get(new Colliding(13, "n4")));
        //= 20 v33 null
        Table<Position, Integer> grid = new Table<>();
        for (int i = 0; i < 900; i++) {
            Position p = new Position(i * 7 % 30, i * 11 % 30);
            Integer old = grid.get(p);
            grid.put(p, old == null ? i : old ^ i);
        }
        int sum = 0;
        for (int x = 0; x < 30; x++) {
            for (int y = 0; y < 30; y++) {
                Integer value = grid.get(new Position(x, y));
                sum = sum * 31 + (value == null ? -1 : value);
            }
        }
        System.out.println(grid.size + " " + sum); //= 30 1399839520
    }

    public static void main(String[] arguments) {
        strings();
        ints();
        records();
        try {
            java.util.Iterator<String> none = new Table<String, String>().iterator();
            System.out.println(none.hasNext()); //= false
            none.next();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage()); //= no more keys
        }
    }
}
