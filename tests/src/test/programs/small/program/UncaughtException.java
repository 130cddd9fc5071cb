/** An uncaught exception ends the program with status 1. */
package small.program;

//! exit 1
public final class UncaughtException {
    static int divide(int a, int b) {
        return a / b;
    }

    public static void main(String[] arguments) {
        System.out.println("before"); //= before
        System.out.println(divide(1, arguments.length));
        System.out.println("not printed");
    }
}
