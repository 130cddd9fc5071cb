/** Loops over characters: Latin-1 and UTF-16, within bounds and beyond, with limits that are not the string's length. */
package small.strings;

public final class ScansOfBothCoders {
    private static int letters(String text) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = text.charAt(i) != ' ';
            if (letter && !inside) {
                count++;
            }
            inside = letter;
        }
        return count;
    }

    private static int sum(String text, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            sum = c > 0x7f ? sum * 31 + c : sum + c;
        }
        return sum;
    }

    private static int occurrences(String text, String wanted) {
        int count = 0;
        for (int i = 0; i + wanted.length() <= text.length(); i++) {
            int j = 0;
            while (j < wanted.length() && text.charAt(i + j) == wanted.charAt(j)) {
                j++;
            }
            count += j == wanted.length() ? 1 : 0;
        }
        return count;
    }

    private static int triples(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            for (int j = 0; j < 3; j++) {
                if (text.charAt(i + j) != "abc".charAt(j)) {
                    break;
                }
                count += j;
            }
        }
        return count;
    }

    private static String caught(String text, int from, int to) {
        try {
            return "" + sum(text, from, to);
        } catch (StringIndexOutOfBoundsException e) {
            return "refused";
        }
    }

    private static String caughtTriples(String text) {
        try {
            return "" + triples(text);
        } catch (StringIndexOutOfBoundsException e) {
            return "refused";
        }
    }

    public static void main(String[] arguments) {
        String[] texts = {"", "a", " one  two three ", "caf\u00e9 au lait", "\u0416\u0443\u043a \u0438 abc", "abcabcab", "abcabc", "xyz"};
        for (String text : texts) {
            System.out.print(letters(text) + " " + occurrences(text, "ab") + " " + occurrences(text, "\u0438") + " " + caughtTriples(text) + " ");
            for (int from = -1; from <= 1; from++) {
                System.out.print(caught(text, from, text.length()) + " " + caught(text, from, text.length() + 1) + " ");
            }
            System.out.println();
        }
    }
}
