/** Addition and subtraction of longs wrap around at 2^63. */
package small.arithmetic;

public final class LongAddSubtract {
    static void both(long a, long b) {
        System.out.println((a + b) + " " + (a - b));
        //= 3 -1
        //= -9223372036854775808 9223372036854775806
        //= -9223372036854775807 9223372036854775807
        //= 4294967296 4294967294
        //= -4294967297 4294967295
    }

    public static void main(String[] arguments) {
        both(1, 2);
        both(Long.MAX_VALUE, 1);
        both(Long.MIN_VALUE, 1);
        both(0xffffffffL, 1);
        both(-1, -0x100000000L);
    }
}
