/** Division and remainder of longs, with the overflow of MIN_VALUE / -1. */
package small.arithmetic;

public final class LongDivide {
    static void both(long a, long b) {
        System.out.println(a / b + " " + a % b);
        //= 3 1
        //= -3 -1
        //= -3 1
        //= 1234567881 481481622
        //= -9223372036854775808 0
        //= -9223372036854775808 0
        //= -1 -1
        //= 0 5
        //= 65536 0
    }

    public static void main(String[] arguments) {
        both(7, 2);
        both(-7, 2);
        both(7, -2);
        both(1234567890123456789L, 1000000007);
        both(Long.MIN_VALUE, -1);
        both(Long.MIN_VALUE, 1);
        both(Long.MIN_VALUE, Long.MAX_VALUE);
        both(5, Long.MIN_VALUE);
        both(0x100000000L, 0x10000);
    }
}
