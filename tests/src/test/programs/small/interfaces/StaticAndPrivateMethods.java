/** Static and private methods of interfaces. */
package small.interfaces;

public final class StaticAndPrivateMethods {
    interface Math2 {
        int BASE = 10;

        static int square(int x) {
            return times(x, x);
        }

        private static int times(int a, int b) {
            return a * b;
        }

        private int base() {
            return BASE;
        }

        default int scaled(int x) {
            return x * base();
        }
    }

    public static void main(String[] arguments) {
        System.out.println(Math2.square(7)); //= 49
        System.out.println(new Math2() { }.scaled(5)); //= 50
        System.out.println(Math2.BASE); //= 10
    }
}
