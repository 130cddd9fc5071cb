/** Trailing zeros, of zero too, and divisions of what is never negative. */
package small.arithmetic;

public final class TrailingZeros {
    private static int quotient(int value) {
        return value / 64;
    }

    private static long remainder(long value) {
        return value % 16;
    }

    public static void main(String[] arguments) {
        long word = 0x8000_0000_0000_0000L;
        int half = 0x8000_0000;
        long sum = 0;
        for (int i = 0; i <= 64; i++) {
            sum = sum * 67 + Long.numberOfTrailingZeros(word) + Integer.numberOfTrailingZeros(half);
            word >>>= 1;
            half >>>= 1;
        }
        System.out.println(sum + " " + Long.numberOfTrailingZeros(word) + " " + Integer.numberOfTrailingZeros(half)); //= 3783479268646638352 64 32
        int quotients = 0;
        long remainders = 0;
        for (int i = -1000; i < 1000; i += 7) {
            quotients = quotients * 31 + quotient(i & 0xffff) + quotient(i);
            remainders = remainders * 31 + remainder(i & 0xffffL) + remainder(i);
        }
        System.out.println(quotients + " " + remainders); //= -259735141 4135184825851541682
    }
}
