/** More arguments than registers, of mixed types, static and virtual. */
package small.classes;

public final class ManyArguments {
    int factor = 2;

    static long mixed(int a, long b, byte c, long d, char e, short f, int g, long h, boolean i, int j) {
        return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + (i ? 9 : 0) + 10 * j;
    }

    long instance(int a, int b, int c, int d, int e, int f, int g, int h) {
        return factor * (a + 10L * b + 100L * c + 1000L * d + 10000L * e + 100000L * f + 1000000L * g + 10000000L * h);
    }

    static String order(String a, int b, String c, long d, String e, int f, String g, long h) {
        return a + b + c + d + e + f + g + h;
    }

    static int nested(int a, int b, int c, int d, int e, int f, int g, int h) {
        return a == 0 ? h : nested(a - 1, c, d, e, f, g, h, b);
    }

    public static void main(String[] arguments) {
        System.out.println(mixed(1, 2, (byte) 3, 4, 'a', (short) -6, 7, 1L << 40, true, -10)); //= 8796093022645
        System.out.println(new ManyArguments().instance(1, 2, 3, 4, 5, 6, 7, 8)); //= 175308642
        System.out.println(order("a", 1, "b", 1L << 33, "c", -3, "d", -1L)); //= a1b8589934592c-3d-1
        System.out.println(nested(10, 1, 2, 3, 4, 5, 6, 7)); //= 3
    }
}
