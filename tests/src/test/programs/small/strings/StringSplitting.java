/** Cutting a text into words by hand, and joining them. */
package small.strings;

public final class StringSplitting {
    static String[] words(String text) {
        String[] words = new String[20];
        int count = 0;
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || text.charAt(end) == ' ') {
                if (end > start) {
                    words[count++] = text.substring(start, end);
                }
                start = end + 1;
            }
        }
        String[] result = new String[count];
        System.arraycopy(words, 0, result, 0, count);
        return result;
    }

    public static void main(String[] arguments) {
        String[] words = words("  the quick  brown fox ");
        System.out.println(words.length + ":" + String.join("+", words)); //= 4:the+quick+brown+fox
        System.out.println(words("").length); //= 0
    }
}
