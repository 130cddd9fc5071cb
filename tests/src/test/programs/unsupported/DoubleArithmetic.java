/** Arithmetic with double. */
package unsupported;

public final class DoubleArithmetic {
    static int run(int x) {
        double half = x / 2.0; //! error floating point
        return (int) half;
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
