/** A lambda expression. */
package unsupported;

public final class Lambda {
    interface Function {
        int apply(int x);
    }

    static int run(int x) {
        Function twice = y -> 2 * y; //! error lambda
        return twice.apply(x);
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
