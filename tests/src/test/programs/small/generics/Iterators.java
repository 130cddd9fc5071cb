/** A class of our own in a for-each loop. */
package small.generics;

public final class Iterators {
    static final class Range implements Iterable<Integer> {
        final int from;
        final int to;

        Range(int from, int to) {
            this.from = from;
            this.to = to;
        }

        public java.util.Iterator<Integer> iterator() {
            return new java.util.Iterator<>() {
                int next = from;

                public boolean hasNext() {
                    return next < to;
                }

                public Integer next() {
                    return next++;
                }
            };
        }
    }

    public static void main(String[] arguments) {
        int product = 1;
        for (int x : new Range(1, 8)) {
            product *= x;
        }
        System.out.println(product); //= 5040
        for (Integer x : new Range(3, 3)) {
            System.out.println(x);
        }
        StringBuilder text = new StringBuilder();
        for (Integer x : new Range(-2, 3)) {
            text.append(x).append(';');
        }
        System.out.println(text); //= -2;-1;0;1;2;
    }
}
