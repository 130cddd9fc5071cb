/** Constants of every size. */
package small.bytecodes;

public final class Constants {
    public static void main(String[] arguments) {
        int[] ints = {-1, 0, 1, 5, 6, -128, 127, 128, -129, 32767, 32768, -32769, 65535, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE};
        long[] longs = {0, 1, -1, 2, 127, 1L << 31, -(1L << 31) - 1, 1L << 32, 0xffffffffL, Long.MIN_VALUE, Long.MAX_VALUE, 0x0123456789abcdefL};
        for (int x : ints) {
            System.out.println(x);
            //= -1
            //= 0
            //= 1
            //= 5
            //= 6
            //= -128
            //= 127
            //= 128
            //= -129
            //= 32767
            //= 32768
            //= -32769
            //= 65535
            //= 65536
            //= 2147483647
            //= -2147483648
        }
        for (long x : longs) {
            System.out.println(x);
            //= 0
            //= 1
            //= -1
            //= 2
            //= 127
            //= 2147483648
            //= -2147483649
            //= 4294967296
            //= 4294967295
            //= -9223372036854775808
            //= 9223372036854775807
            //= 81985529216486895
        }
        System.out.println("\u0000 zero".length() + " " + "\u00ff\u0100".charAt(1) + " " + "".length()); //= 6 Ā 0
    }
}
