/** A comparison of floats. */
package unsupported;

public final class FloatComparison {
    static float limit = 1;

    static boolean run(int x) {
        return limit < x; //! error floating point
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
