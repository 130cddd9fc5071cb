/** Casts of longs keep the low bits. */
package small.conversions;

public final class LongToNarrow {
    static long[] inputs = {0, -1, 1L << 31, 1L << 32, 0x123456789abcdefL, Long.MIN_VALUE, Long.MAX_VALUE};

    public static void main(String[] arguments) {
        for (long x : inputs) {
            System.out.println(x + ": " + (int) x + " " + (short) x + " " + (byte) x + " " + (int) (char) x);
            //= 0: 0 0 0 0
            //= -1: -1 -1 -1 65535
            //= 2147483648: -2147483648 0 0 0
            //= 4294967296: 0 0 0 0
            //= 81985529216486895: -1985229329 -12817 -17 52719
            //= -9223372036854775808: 0 0 0 0
            //= 9223372036854775807: -1 -1 -1 65535
        }
    }
}
