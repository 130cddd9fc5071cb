/** A loop with a handler that goes on after each failure keeps its variables. */
package small.exceptions;

public final class GoingOnAfterFailures {
    static int parse(String text) {
        int value = 0;
        int errors = 0;
        for (int i = 0; i < text.length(); i++) {
            try {
                value = value * 10 + digit(text.charAt(i));
            } catch (IllegalArgumentException e) {
                errors++;
                value += e.getMessage().length();
            }
        }
        return value * 10 + errors;
    }

    static int digit(char c) {
        if (c < '0' || c > '9') {
            throw new IllegalArgumentException("digit " + c);
        }
        return c - '0';
    }

    public static void main(String[] arguments) {
        System.out.println(parse("123")); //= 1230
        System.out.println(parse("1x2y3")); //= 8932
        System.out.println(parse("abc")); //= 213
    }
}
