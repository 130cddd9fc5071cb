/** The six comparisons of longs. */
package small.comparisons;

public final class LongComparisons {
    static long[] inputs = {Long.MIN_VALUE, -1L << 32, -1, 0, 1, 1L << 32, Long.MAX_VALUE};

    static void compare(long a, long b) {
        System.out.println(a + " " + b + ": " + (a < b) + " " + (a <= b) + " " + (a > b) + " " + (a >= b) + " " + (a == b) + " " + (a != b));
    }

    public static void main(String[] arguments) {
        for (long a : inputs) {
            for (long b : inputs) {
                compare(a, b);
            }
        }
    }
}
