/** Static nested classes share their outer class's private members. */
package small.inner;

public final class StaticNested {
    private static int secret = 42;

    static class Nested {
        private int own = 1;

        int peek() {
            return secret + own;
        }

        static class Deeper {
            static int twice() {
                return 2 * secret;
            }
        }
    }

    public static void main(String[] arguments) {
        Nested nested = new Nested();
        nested.own = 8;
        System.out.println(nested.peek() + " " + Nested.Deeper.twice()); //= 50 84
        secret = 1;
        System.out.println(nested.peek() + " " + Nested.Deeper.twice()); //= 9 2
    }
}
