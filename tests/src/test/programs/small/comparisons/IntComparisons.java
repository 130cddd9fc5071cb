/** The six comparisons of ints. */
package small.comparisons;

public final class IntComparisons {
    static int[] inputs = {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE};

    static void compare(int a, int b) {
        System.out.println(a + " " + b + ": " + (a < b) + " " + (a <= b) + " " + (a > b) + " " + (a >= b) + " " + (a == b) + " " + (a != b));
        //= -2147483648 -2147483648: false true false true true false
        //= -2147483648 -1: true true false false false true
        //= -2147483648 0: true true false false false true
        //= -2147483648 1: true true false false false true
        //= -2147483648 2147483647: true true false false false true
        //= -1 -2147483648: false false true true false true
        //= -1 -1: false true false true true false
        //= -1 0: true true false false false true
        //= -1 1: true true false false false true
        //= -1 2147483647: true true false false false true
        //= 0 -2147483648: false false true true false true
        //= 0 -1: false false true true false true
        //= 0 0: false true false true true false
        //= 0 1: true true false false false true
        //= 0 2147483647: true true false false false true
        //= 1 -2147483648: false false true true false true
        //= 1 -1: false false true true false true
        //= 1 0: false false true true false true
        //= 1 1: false true false true true false
        //= 1 2147483647: true true false false false true
        //= 2147483647 -2147483648: false false true true false true
        //= 2147483647 -1: false false true true false true
        //= 2147483647 0: false false true true false true
        //= 2147483647 1: false false true true false true
        //= 2147483647 2147483647: false true false true true false
    }

    public static void main(String[] arguments) {
        for (int a : inputs) {
            for (int b : inputs) {
                compare(a, b);
            }
        }
    }
}
