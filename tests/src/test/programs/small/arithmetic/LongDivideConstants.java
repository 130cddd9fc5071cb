/** Division and remainder of longs by constants. */
package small.arithmetic;

public final class LongDivideConstants {
    static long[] inputs = {0, 1, -1, 99, -99, 1L << 32, -(1L << 32), Long.MIN_VALUE, Long.MAX_VALUE};

    public static void main(String[] arguments) {
        for (long x : inputs) {
            System.out.println(x + ": " + x / 2 + " " + x / 16 + " " + x / 10 + " " + x / -7 + " " + x / -1 + " " + x / 1000000007L);
            System.out.println(x + ": " + x % 2 + " " + x % 16 + " " + x % 10 + " " + x % -7 + " " + x % -1 + " " + x % 1000000007L);
        }
    }
}
