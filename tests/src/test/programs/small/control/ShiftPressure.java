/** Variable shifts, divisions and products together, which all want fixed registers. */
package small.control;

public final class ShiftPressure {
    static long mix(long a, long b, int c, int d) {
        long x = a << c;
        long y = b >>> d;
        long q = x / (y | 1);
        long r = y % (x | 1);
        long z = (x >> d) * (y << c) + Math.multiplyHigh(x, y);
        int s = c / (d | 1) + c % (d | 1) << d;
        return x + y * q - r + z + s + (a >> c) / (b << d | 1) + Integer.rotateLeft(c, d);
    }

    public static void main(String[] arguments) {
        System.out.println(mix(123456789, 987654321, 3, 5)); //= 7620791196083083
        System.out.println(mix(-1, Long.MIN_VALUE, 63, 1)); //= -2305843009213693701
        System.out.println(mix(Long.MAX_VALUE, 77, 31, 33)); //= -2147483524
    }
}
