/** Unsigned division, remainder and comparison. */
package small.arithmetic;

public final class UnsignedOperations {
    static int[] ints = {1, 10, -1, Integer.MIN_VALUE};
    static long[] longs = {1, 10, -1, Long.MIN_VALUE};

    public static void main(String[] arguments) {
        for (int a : ints) {
            for (int b : ints) {
                System.out.println(Integer.divideUnsigned(a, b) + " " + Integer.remainderUnsigned(a, b) + " " + Integer.compareUnsigned(a, b));
                //= 1 0 0
                //= 0 1 -1
                //= 0 1 -1
                //= 0 1 -1
                //= 10 0 1
                //= 1 0 0
                //= 0 10 -1
                //= 0 10 -1
                //= -1 0 1
                //= 429496729 5 1
                //= 1 0 0
                //= 1 2147483647 1
                //= -2147483648 0 1
                //= 214748364 8 1
                //= 0 -2147483648 -1
                //= 1 0 0
            }
        }
        for (long a : longs) {
            for (long b : longs) {
                System.out.println(Long.divideUnsigned(a, b) + " " + Long.remainderUnsigned(a, b) + " " + Long.compareUnsigned(a, b));
                //= 1 0 0
                //= 0 1 -1
                //= 0 1 -1
                //= 0 1 -1
                //= 10 0 1
                //= 1 0 0
                //= 0 10 -1
                //= 0 10 -1
                //= -1 0 1
                //= 1844674407370955161 5 1
                //= 1 0 0
                //= 1 9223372036854775807 1
                //= -9223372036854775808 0 1
                //= 922337203685477580 8 1
                //= 0 -9223372036854775808 -1
                //= 1 0 0
            }
        }
        System.out.println(Integer.toUnsignedLong(-1)); //= 4294967295
        System.out.println(Integer.toUnsignedString(-1)); //= 4294967295
        System.out.println(Long.toUnsignedString(-1)); //= 18446744073709551615
    }
}
