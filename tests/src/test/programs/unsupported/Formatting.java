/** Formatted text. */
package unsupported;

public final class Formatting {
    static void run(int x) {
        System.out.println(String.format("%d", x)); //! error format
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
