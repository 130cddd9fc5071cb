/** Methods that return every type. */
package small.classes;

public final class ReturnTypes {
    static boolean z(int x) {
        return x > 5;
    }

    static byte b(int x) {
        return (byte) (x * 50);
    }

    static char c(int x) {
        return (char) ('a' + x);
    }

    static short s(int x) {
        return (short) (x * 10000);
    }

    static long l(int x) {
        return 1L << x;
    }

    static int[] a(int x) {
        return new int[x];
    }

    static void v(int x) {
        if (x > 0) {
            return;
        }
        System.out.println("not positive");
    }

    public static void main(String[] arguments) {
        System.out.println(z(6) + " " + b(6) + " " + c(6) + " " + s(6) + " " + l(36) + " " + a(6).length);
        v(1);
        v(0);
    }
}
