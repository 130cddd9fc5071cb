/** Changes a source a little, as a slip of a hand would. */
package org.peaberry.verifier;

import java.util.Random;

final class Mutation {
    private static final String[] WORDS = {
        "(", ")", "{", "}", "[", "]", "<", ">", ";", ",", ".", "=", "+", "-", "&", "|", "?", ":", "->", "::", "@", "\"", "'", "/*", "*/", "//", "\\", "\n",
        "class ", "final ", "static ", "int ", "new ", "return ", "if ", "switch ", "case ", "default ", "this", "super", "null", "0", "0x", "1L", "09", "1.5",
        "synchronized ", "record ", "yield ", "sealed ", "var ", "instanceof ", "\"\"\"", "é", "\u0000", "\uD83D\uDE00", "\\u0041", "...", ">>>", "throw ",
    };

    private Mutation() {
    }

    static String of(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int left = 1 + random.nextInt(3); left > 0 && changed.length() > 1; left--) {
            change(changed, random);
        }
        return changed.toString();
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 80 : 4));
        String word = WORDS[random.nextInt(WORDS.length)];
        switch (random.nextInt(6)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, word);
            case 2 -> text.replace(at, end, word);
            case 3 -> text.insert(at, text.substring(at, end));
            case 4 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            default -> swapWords(text, at, random.nextInt(text.length()));
        }
    }

    private static void swapWords(StringBuilder text, int one, int other) {
        char first = text.charAt(one);
        text.setCharAt(one, text.charAt(other));
        text.setCharAt(other, first);
    }
}
