/** A generic stack and a generic pair. */
package small.generics;

public final class GenericClasses {
    static final class Stack<T> {
        private Object[] items = new Object[2];
        private int size;

        void push(T item) {
            if (size == items.length) {
                Object[] more = new Object[2 * size];
                System.arraycopy(items, 0, more, 0, size);
                items = more;
            }
            items[size++] = item;
        }

        @SuppressWarnings("unchecked")
        T pop() {
            return (T) items[--size];
        }
    }

    static final class Pair<A, B> {
        final A a;
        final B b;

        Pair(A a, B b) {
            this.a = a;
            this.b = b;
        }

        Pair<B, A> swap() {
            return new Pair<>(b, a);
        }
    }

    public static void main(String[] arguments) {
        Stack<String> strings = new Stack<>();
        strings.push("a");
        strings.push("b");
        strings.push("c");
        System.out.println(strings.pop() + strings.pop() + strings.pop()); //= cba
        Stack<Integer> ints = new Stack<>();
        for (int i = 0; i < 10; i++) {
            ints.push(i * i);
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += ints.pop();
        }
        System.out.println(sum); //= 285
        Pair<Integer, String> swapped = new Pair<>("x", 5).swap();
        System.out.println(swapped.a + 1 + swapped.b); //= 6x
    }
}
