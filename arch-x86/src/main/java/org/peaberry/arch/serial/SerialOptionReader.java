/** Takes the parts of a serial option's text from left to right. */
package org.peaberry.arch.serial;

final class SerialOptionReader {
    private static final int MAXIMUM_NUMBER = 100_000_000;
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    private final String text;
    private int next;

    SerialOptionReader(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return next == text.length();
    }

    boolean isAt(char c) {
        return next < text.length() && text.charAt(next) == c;
    }

    /** Skips the given text if it comes next. */
    boolean takes(String expected) {
        boolean found = text.startsWith(expected, next);
        if (found) {
            next += expected.length();
        }
        return found;
    }

    /** The next character, or 0 at the end. */
    char character() {
        return atEnd() ? 0 : text.charAt(next++);
    }

    /** The next character as a decimal digit, or -1. */
    int digit() {
        return digitOf(character(), DECIMAL);
    }

    /** A decimal or 0x-prefixed number, or -1 when there is none or it is absurdly large. */
    int number() {
        int radix = takes("0x") ? HEXADECIMAL : DECIMAL;
        int start = next;
        int value = 0;
        while (!atEnd() && digitOf(text.charAt(next), radix) >= 0) {
            value = value * radix + digitOf(text.charAt(next), radix);
            if (value > MAXIMUM_NUMBER) {
                return -1;
            }
            next++;
        }
        return next == start ? -1 : value;
    }

    private static int digitOf(char c, int radix) {
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + DECIMAL : -1;
        return digit < radix ? digit : -1;
    }
}
