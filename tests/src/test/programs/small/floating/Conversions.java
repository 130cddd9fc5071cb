/** Conversions between integers and floating point at their limits. */
package small.floating;

public final class Conversions {
    static int toInt(double value) {
        return (int) value;
    }

    static long toLong(float value) {
        return (long) value;
    }

    public static void main(String[] arguments) {
        System.out.println(toInt(2147483646.9) + " " + toInt(2147483648.5) + " " + toInt(-1e20)); //= 2147483646 2147483647 -2147483648
        System.out.println(toInt(Double.NaN) + " " + toInt(-0.99) + " " + toInt(Double.NEGATIVE_INFINITY)); //= 0 0 -2147483648
        System.out.println(toLong(1e19f) + " " + toLong(-1e19f) + " " + toLong(Float.NaN)); //= 9223372036854775807 -9223372036854775808 0
        System.out.println((char) 65.9 + " " + (byte) 300.7 + " " + (short) -70000.5f); //= A 44 -4464
        long large = (1L << 53) + 1;
        System.out.println((double) large == (1L << 53)); //= true
        int odd = (1 << 24) + 1;
        System.out.println((int) (float) odd == 1 << 24); //= true
        System.out.println((float) 0.1 == 0.1); //= false
        System.out.println((int) 1e9f + " " + Math.round(2.5) + " " + Math.round(-2.5) + " " + Math.round(0.49999997f)); //= 1000000000 3 -2 0
        System.out.println(5.5 % -2.25 + " " + -5.5f % 2 + " " + 1e300 % 7); //= 1.0 -1.5 1.0
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += 0.1;
        }
        System.out.println(sum + " " + (sum == 1)); //= 0.9999999999999999 false
        float x = 10;
        x /= 4;
        x++;
        System.out.println(x); //= 3.5
        int scaled = 7;
        scaled *= 1.5;
        System.out.println(scaled); //= 10
    }
}
