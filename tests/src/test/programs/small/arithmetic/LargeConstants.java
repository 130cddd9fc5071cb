/** Constants that do not fit into 32 bits, and those at the edges of what does. */
package small.arithmetic;

public final class LargeConstants {
    static long x = 1;

    public static void main(String[] arguments) {
        System.out.println(x + 0x7fffffffL); //= 2147483648
        System.out.println(x + 0x80000000L); //= 2147483649
        System.out.println(x + 0xffffffffL); //= 4294967296
        System.out.println(x - 0x80000000L); //= -2147483647
        System.out.println(x - 0x80000001L); //= -2147483648
        System.out.println(x & 0xffffffff00000000L); //= 0
        System.out.println(x | 0x8000000000000000L); //= -9223372036854775807
        System.out.println(x ^ 0x123456789abcdefL); //= 81985529216486894
        System.out.println(x * 0x123456789L); //= 4886718345
        System.out.println(x == 0x100000001L); //= false
        System.out.println(x < 0x100000001L); //= true
    }
}
