/** An uncaught error with a cause, thrown from a handler. */
package small.program;

//! exit 1
public final class UncaughtError {
    public static void main(String[] arguments) {
        try {
            Object o = "text";
            System.out.println((Integer) o);
        } catch (ClassCastException e) {
            System.out.println("cast"); //= cast
            throw new Error("wrapped", e);
        }
    }
}
