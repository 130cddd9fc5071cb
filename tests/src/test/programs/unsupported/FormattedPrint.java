/** Formatted output by a print stream. */
package unsupported;

public final class FormattedPrint {
    static void show(int x) {
        System.out.printf("%d%n", x); //! error Formatting is not in the dialect
    }

    public static void main(String[] arguments) {
        show(arguments.length);
    }
}
