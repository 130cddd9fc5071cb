/** Narrow types are widened before they are shifted. */
package small.shifts;

public final class ByteShifts {
    static byte b = (byte) 0x90;
    static char c = 0x9000;
    static short s = (short) 0x9000;

    public static void main(String[] arguments) {
        System.out.println(b >> 2); //= -28
        System.out.println(b >>> 2); //= 1073741796
        System.out.println((b & 0xff) >>> 2); //= 36
        System.out.println((byte) (b >>> 2)); //= -28
        System.out.println(c >> 4); //= 2304
        System.out.println(s >> 4); //= -1792
        System.out.println(s << 4); //= -458752
        b >>>= 1;
        System.out.println(b); //= -56
    }
}
