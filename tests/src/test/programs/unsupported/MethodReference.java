/** A method reference. */
package unsupported;

public final class MethodReference {
    interface Function {
        int apply(int x);
    }

    static int run(int x) {
        Function absolute = Math::abs; //! error method reference
        return absolute.apply(x);
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
