/** The product of longs keeps its low 64 bits. */
package small.arithmetic;

public final class LongMultiply {
    static long multiply(long a, long b) {
        return a * b;
    }

    public static void main(String[] arguments) {
        System.out.println(multiply(3, -4)); //= -12
        System.out.println(multiply(0x100000000L, 0x100000000L)); //= 0
        System.out.println(multiply(Long.MIN_VALUE, -1)); //= -9223372036854775808
        System.out.println(multiply(1234567890123L, 9876543210987L)); //= 2174462994023308633
        System.out.println(multiply(0xffffffffL, 0xffffffffL)); //= -8589934591
    }
}
