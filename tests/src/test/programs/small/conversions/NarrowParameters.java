/** Arguments and results of narrow types come through calls unharmed. */
package small.conversions;

public final class NarrowParameters {
    static byte low(int x) {
        return (byte) x;
    }

    static short half(long x) {
        return (short) x;
    }

    static char unsigned(short x) {
        return (char) x;
    }

    static boolean odd(int x) {
        return (x & 1) != 0;
    }

    static int sum(byte a, short b, char c, boolean d) {
        return a + b + c + (d ? 1 : 0);
    }

    public static void main(String[] arguments) {
        System.out.println(low(200)); //= -56
        System.out.println(half(0x1ffffL)); //= -1
        System.out.println((int) unsigned((short) -3)); //= 65533
        System.out.println(odd(7) + " " + odd(8)); //= true false
        System.out.println(sum(low(255), half(65534), unsigned((short) -1), odd(3))); //= 65533
    }
}
