/** Numbers as text in other radixes, and back. */
package small.conversions;

public final class HexAndBinaryText {
    public static void main(String[] arguments) {
        System.out.println(Integer.toHexString(0xcafe) + " " + Integer.toHexString(-1) + " " + Integer.toBinaryString(10) + " " + Integer.toOctalString(8));
        //= cafe ffffffff 1010 10
        System.out.println(Long.toHexString(1L << 60) + " " + Long.toBinaryString(5L)); //= 1000000000000000 101
        System.out.println(Integer.toString(255, 16) + " " + Integer.toString(-255, 36) + " " + Long.toString(1L << 40, 7));
        //= ff -73 142302631426552
        System.out.println(Integer.parseInt("-123") + " " + Integer.parseInt("7f", 16) + " " + Long.parseLong("-9223372036854775808"));
        //= -123 127 -9223372036854775808
    }
}
