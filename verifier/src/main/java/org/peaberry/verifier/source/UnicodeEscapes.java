/** Unicode escapes, which Java reads before it knows comments and literals. JLS §3.3. */
package org.peaberry.verifier.source;

/** Of characters beyond ASCII only: an escaped quote or line end would end a literal or a comment where nobody sees it. */
public final class UnicodeEscapes {
    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private UnicodeEscapes() {
    }

    /** @throws SourceProblem at the first escape that is none, or is one of an ASCII character */
    public static void check(String text) throws SourceProblem {
        int backslashes = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean isEscape = text.charAt(i) == 'u' && backslashes % 2 == 1;
            backslashes = text.charAt(i) == '\\' ? backslashes + 1 : 0;
            if (isEscape) {
                checkValue(text, i);
            }
        }
    }

    private static void checkValue(String text, int place) throws SourceProblem {
        int start = place;
        while (start < text.length() && text.charAt(start) == 'u') {
            start++;
        }
        int value = 0;
        for (int i = start; i < start + DIGITS; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), HEXADECIMAL) : -1;
            if (digit < 0 || text.charAt(i) >= FIRST_BEYOND_ASCII) {
                throw new SourceProblem(Position.behind(text.substring(0, place - 1)), "a Unicode escape is four hexadecimal digits, in a comment too");
            }
            value = value * HEXADECIMAL + digit;
        }
        if (value < FIRST_BEYOND_ASCII) {
            throw new SourceProblem(Position.behind(text.substring(0, place - 1)), "an ASCII character is written as itself, not as a Unicode escape");
        }
    }
}
