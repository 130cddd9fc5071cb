/** Counting, finding, rotating and reversing bits. */
package small.arithmetic;

public final class BitCounts {
    static int[] ints = {0, 1, -1, 0x00f0, Integer.MIN_VALUE, 0x12345678};
    static long[] longs = {0, 1, -1, 0x00f0_0000_0000L, Long.MIN_VALUE, 0x123456789abcdef0L};

    public static void main(String[] arguments) {
        for (int x : ints) {
            System.out.println(x + ": " + Integer.bitCount(x) + " " + Integer.numberOfLeadingZeros(x) + " " + Integer.numberOfTrailingZeros(x) + " "
            //= 0: 0 32 32 0 0 0 0 0 0 0
            //= 1: 1 31 0 1 1 32 134217728 -2147483648 16777216 1
            //= -1: 32 0 0 -2147483648 1 -1 -1 -1 -1 -1
            //= 240: 4 24 4 128 16 7680 -2147483641 251658240 -268435456 1
            //= -2147483648: 1 0 31 -2147483648 -2147483648 16 67108864 1 128 -1
            //= 305419896: 13 3 3 268435456 8 1183502082 -1064197453 510274632 2018915346 1
                    + Integer.highestOneBit(x) + " " + Integer.lowestOneBit(x) + " " + Integer.rotateLeft(x, 5) + " " + Integer.rotateRight(x, 5) + " "
                    + Integer.reverse(x) + " " + Integer.reverseBytes(x) + " " + Integer.signum(x));
        }
        for (long x : longs) {
            System.out.println(x + ": " + Long.bitCount(x) + " " + Long.numberOfLeadingZeros(x) + " " + Long.numberOfTrailingZeros(x) + " "
            //= 0: 0 64 64 0 0 0 0 0 0 0
            //= 1: 1 63 0 1 1 8192 2251799813685248 -9223372036854775808 72057594037927936 1
            //= -1: 64 0 0 -9223372036854775808 1 -1 -1 -1 -1 -1
            //= 1030792151040: 4 24 36 549755813888 68719476736 8444249301319680 125829120 251658240 4026531840 1
            //= -9223372036854775808: 1 0 63 -9223372036854775808 -9223372036854775808 4096 1125899906842624 1 128 -1
            //= 1311768467463790320: 32 3 4 1152921504606846976 16 -8444509509298290106 -612329421335636506 1115552785675988040 -1090226688147180526 1
                    + Long.highestOneBit(x) + " " + Long.lowestOneBit(x) + " " + Long.rotateLeft(x, 13) + " " + Long.rotateRight(x, 13) + " "
                    + Long.reverse(x) + " " + Long.reverseBytes(x) + " " + Long.signum(x));
        }
    }
}
