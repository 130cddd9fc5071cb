/** Widening keeps the value: signed types extend the sign, char does not. */
package small.conversions;

public final class Widening {
    static byte b = -1;
    static short s = -2;
    static char c = 0xffff;
    static int i = Integer.MIN_VALUE;

    public static void main(String[] arguments) {
        int fromByte = b;
        int fromShort = s;
        int fromChar = c;
        long fromInt = i;
        System.out.println(fromByte); //= -1
        System.out.println(fromShort); //= -2
        System.out.println(fromChar); //= 65535
        System.out.println(fromInt); //= -2147483648
        System.out.println((long) b + (long) s + (long) c); //= 65532
        System.out.println((char) b == c); //= true
        System.out.println(b & 0xff); //= 255
        System.out.println(i & 0xffffffffL); //= 2147483648
    }
}
