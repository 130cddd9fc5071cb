/** And, or, exclusive or, complement and negation of longs. */
package small.arithmetic;

public final class LongBits {
    static void bits(long a, long b) {
        System.out.println((a & b) + " " + (a | b) + " " + (a ^ b) + " " + ~a + " " + -a);
        //= 16492926078720 281410551218160 264917625139440 -280379743338241 -280379743338240
        //= 4294967295 -1 -4294967296 0 1
        //= 0 -9223372036854775807 -9223372036854775807 9223372036854775807 -9223372036854775808
    }

    public static void main(String[] arguments) {
        bits(0xff00ff00ff00L, 0x0ff00ff00ff0L);
        bits(-1, 0xffffffffL);
        bits(Long.MIN_VALUE, 1);
    }
}
