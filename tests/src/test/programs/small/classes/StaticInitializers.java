/** Static initializers in the order of the text. */
package small.classes;

public final class StaticInitializers {
    static int a = 5;
    static int b = a * 2;
    static int c;
    static int[] squares = new int[10];

    static {
        c = a + b;
        for (int i = 0; i < squares.length; i++) {
            squares[i] = i * i;
        }
        b = 100;
    }

    static class Other {
        static final String NAME = new StringBuilder("ot").append("her").toString();
        static int seen = c;
    }

    public static void main(String[] arguments) {
        System.out.println(a + " " + b + " " + c + " " + squares[9]); //= 5 100 15 81
        System.out.println(Other.NAME + " " + Other.seen); //= other 15
    }
}
