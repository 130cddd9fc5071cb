/** ints and longs as text at their extremes. */
package small.strings;

public final class NumberText {
    static int[] ints = {0, 9, 10, 99, 100, -1, -10, 1234567890, Integer.MIN_VALUE, Integer.MAX_VALUE};
    static long[] longs = {0, -9, 1L << 31, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE, 1234567890123456789L};

    public static void main(String[] arguments) {
        for (int x : ints) {
            System.out.println(x + " " + Integer.toString(x).length() + " " + Integer.parseInt("" + x));
            //= 0 1 0
            //= 9 1 9
            //= 10 2 10
            //= 99 2 99
            //= 100 3 100
            //= -1 2 -1
            //= -10 3 -10
            //= 1234567890 10 1234567890
            //= -2147483648 11 -2147483648
            //= 2147483647 10 2147483647
        }
        for (long x : longs) {
            System.out.println(x + " " + Long.toString(x).length() + " " + Long.parseLong("" + x));
            //= 0 1 0
            //= -9 2 -9
            //= 2147483648 10 2147483648
            //= 4294967296 10 4294967296
            //= -9223372036854775808 20 -9223372036854775808
            //= 9223372036854775807 19 9223372036854775807
            //= 1234567890123456789 19 1234567890123456789
        }
    }
}
