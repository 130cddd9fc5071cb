/** Text that is not a number is refused. */
package small.conversions;

public final class ParseErrors {
    static void parse(String text) {
        try {
            System.out.println(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
    }

    public static void main(String[] arguments) {
        parse("2147483647");
        parse("2147483648");
        parse("");
        parse("-");
        parse("12a");
        parse("+5");
    }
}
