/** Collections of our own: a growing list, a linked deque, a red-black tree, a priority queue, an LRU cache, and their iterators. */
package large;

public final class Collections {
    interface Sequence<T> extends Iterable<T> {
        int size();

        default String text() {
            StringBuilder out = new StringBuilder("[");
            String separator = "";
            for (T item : this) {
                out.append(separator).append(item);
                separator = ", ";
            }
            return out.append(']').toString();
        }
    }

    static final class ArrayList<T> implements Sequence<T> {
        private Object[] items = new Object[4];
        private int size;

        void add(T item) {
            insert(size, item);
        }

        void insert(int index, T item) {
            if (index < 0 || index > size) {
                throw new IndexOutOfBoundsException("index " + index + " of " + size);
            }
            if (size == items.length) {
                items = java.util.Arrays.copyOf(items, size + (size >> 1));
            }
            System.arraycopy(items, index, items, index + 1, size - index);
            items[index] = item;
            size++;
        }

        @SuppressWarnings("unchecked")
        T get(int index) {
            if (index >= size) {
                throw new IndexOutOfBoundsException("index " + index + " of " + size);
            }
            return (T) items[index];
        }

        T remove(int index) {
            T old = get(index);
            System.arraycopy(items, index + 1, items, index, --size - index);
            items[size] = null;
            return old;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public java.util.Iterator<T> iterator() {
            return new java.util.Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public T next() {
                    return get(next++);
                }
            };
        }
    }

    static final class Deque<T> implements Sequence<T> {
        private static final class Node<T> {
            T item;
            Node<T> previous = this;
            Node<T> next = this;
        }

        private final Node<T> end = new Node<>();
        private int size;

        Node<T> link(T item, Node<T> before) {
            Node<T> node = new Node<>();
            node.item = item;
            node.next = before;
            node.previous = before.previous;
            before.previous.next = node;
            before.previous = node;
            size++;
            return node;
        }

        T unlink(Node<T> node) {
            if (node == end) {
                throw new IllegalStateException("empty");
            }
            node.previous.next = node.next;
            node.next.previous = node.previous;
            size--;
            return node.item;
        }

        Node<T> addFirst(T item) {
            return link(item, end.next);
        }

        Node<T> addLast(T item) {
            return link(item, end);
        }

        T removeFirst() {
            return unlink(end.next);
        }

        T removeLast() {
            return unlink(end.previous);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public java.util.Iterator<T> iterator() {
            return new java.util.Iterator<>() {
                private Node<T> at = end;

                @Override
                public boolean hasNext() {
                    return at.next != end;
                }

                @Override
                public T next() {
                    at = at.next;
                    return at.item;
                }
            };
        }
    }

    /** Left-leaning red-black tree (Sedgewick 2008) without removal. */
    static final class Tree<K extends Comparable<K>, V> implements Sequence<K> {
        private final class Node {
            final K key;
            V value;
            Node left;
            Node right;
            boolean red = true;

            Node(K key, V value) {
                this.key = key;
                this.value = value;
            }
        }

        private Node root;
        private int size;

        private boolean isRed(Node node) {
            return node != null && node.red;
        }

        private Node rotateLeft(Node h) {
            Node x = h.right;
            h.right = x.left;
            x.left = h;
            x.red = h.red;
            h.red = true;
            return x;
        }

        private Node rotateRight(Node h) {
            Node x = h.left;
            h.left = x.right;
            x.right = h;
            x.red = h.red;
            h.red = true;
            return x;
        }

        void put(K key, V value) {
            root = put(root, key, value);
            root.red = false;
        }

        private Node put(Node h, K key, V value) {
            if (h == null) {
                size++;
                return new Node(key, value);
            }
            int order = key.compareTo(h.key);
            if (order < 0) {
                h.left = put(h.left, key, value);
            } else if (order > 0) {
                h.right = put(h.right, key, value);
            } else {
                h.value = value;
            }
            Node top = isRed(h.right) && !isRed(h.left) ? rotateLeft(h) : h;
            if (isRed(top.left) && isRed(top.left.left)) {
                top = rotateRight(top);
            }
            if (isRed(top.left) && isRed(top.right)) {
                top.red = true;
                top.left.red = false;
                top.right.red = false;
            }
            return top;
        }

        V get(K key) {
            Node node = root;
            while (node != null) {
                int order = key.compareTo(node.key);
                if (order == 0) {
                    return node.value;
                }
                node = order < 0 ? node.left : node.right;
            }
            return null;
        }

        /** Black height; fails where the tree is no red-black tree. */
        int check() {
            return check(root);
        }

        private int check(Node node) {
            if (node == null) {
                return 1;
            }
            int left = check(node.left);
            int right = check(node.right);
            if (left != right || isRed(node) && isRed(node.left) || isRed(node.right)) {
                throw new IllegalStateException("unbalanced at " + node.key);
            }
            return left + (node.red ? 0 : 1);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public java.util.Iterator<K> iterator() {
            Deque<Node> path = new Deque<>();
            for (Node n = root; n != null; n = n.left) {
                path.addLast(n);
            }
            return new java.util.Iterator<>() {
                @Override
                public boolean hasNext() {
                    return path.size() > 0;
                }

                @Override
                public K next() {
                    Node node = path.removeLast();
                    for (Node n = node.right; n != null; n = n.left) {
                        path.addLast(n);
                    }
                    return node.key;
                }
            };
        }
    }

    static final class Queue<T extends Comparable<T>> {
        private final ArrayList<T> heap = new ArrayList<>();

        private void swap(int i, int j) {
            T t = heap.get(i);
            heap.items[i] = heap.get(j);
            heap.items[j] = t;
        }

        void add(T item) {
            heap.add(item);
            for (int i = heap.size() - 1; i > 0 && heap.get(i).compareTo(heap.get((i - 1) / 2)) < 0; i = (i - 1) / 2) {
                swap(i, (i - 1) / 2);
            }
        }

        T poll() {
            swap(0, heap.size() - 1);
            T least = heap.remove(heap.size() - 1);
            int i = 0;
            while (true) {
                int child = 2 * i + 1;
                if (child + 1 < heap.size() && heap.get(child + 1).compareTo(heap.get(child)) < 0) {
                    child++;
                }
                if (child >= heap.size() || heap.get(child).compareTo(heap.get(i)) >= 0) {
                    return least;
                }
                swap(i, child);
                i = child;
            }
        }
    }

    private static void lists() {
        ArrayList<Integer> list = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            list.insert(i / 2, i);
        }
        System.out.println(list.text() + " " + list.remove(3) + " " + list.remove(0) + " " + list.size());
        //= [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0] 7 1 18
        try {
            list.get(18);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage()); //= index 18 of 18
        }
        Deque<String> deque = new Deque<>();
        Deque.Node<String> middle = deque.addLast("m");
        for (char c = 'a'; c < 'f'; c++) {
            deque.addFirst("<" + c);
            deque.addLast(c + ">");
        }
        deque.unlink(middle);
        System.out.println(deque.text() + " " + deque.removeFirst() + deque.removeLast() + " " + deque.size());
        //= [<e, <d, <c, <b, <a, a>, b>, c>, d>, e>] <ee> 8
    }

    private static void trees() {
        Tree<String, Integer> words = new Tree<>();
        String[] text = {"pear", "fig", "apple", "kiwi", "date", "fig", "lime", "plum", "apple"};
        for (String word : text) {
            Integer old = words.get(word);
            words.put(word, old == null ? 1 : old + 1);
        }
        System.out.println(words.text() + " " + words.get("fig") + " " + words.get("nut") + " " + words.check());
        //= [apple, date, fig, kiwi, lime, pear, plum] 2 null 3
        Tree<Integer, Long> numbers = new Tree<>();
        for (int i = 0; i < 4000; i++) {
            numbers.put(i * 7919 % 4001, (long) i);
        }
        long sum = 0;
        int last = -1;
        for (int key : numbers) {
            sum = sum * 3 + (key > last ? numbers.get(key) : -1);
            last = key;
        }
        System.out.println(numbers.size() + " " + sum + " " + numbers.check()); //= 4000 1862443791805934664 12
    }

    public static void main(String[] arguments) {
        lists();
        trees();
        Queue<Long> queue = new Queue<>();
        for (long i = 0; i < 1000; i++) {
            queue.add(i * 7919 % 1009);
        }
        long mix = 0;
        for (int i = 0; i < 1000; i++) {
            mix = mix * 31 + queue.poll();
        }
        System.out.println(mix); //= 464679729889566774
        try {
            new Deque<String>().removeFirst();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage()); //= empty
        }
    }
}
