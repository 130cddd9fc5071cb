/** Text in char arrays: reversing, sorting and counting. */
package small.strings;

public final class CharArrays {
    static void reverse(char[] text) {
        for (int i = 0, j = text.length - 1; i < j; i++, j--) {
            char t = text[i];
            text[i] = text[j];
            text[j] = t;
        }
    }

    public static void main(String[] arguments) {
        char[] text = "algorithm".toCharArray();
        reverse(text);
        System.out.println(new String(text)); //= mhtirogla
        int[] counts = new int[26];
        for (char c : "mississippi".toCharArray()) {
            counts[c - 'a']++;
        }
        StringBuilder line = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            if (counts[c - 'a'] > 0) {
                line.append(c).append(counts[c - 'a']);
            }
        }
        System.out.println(line); //= i4m1p2s4
        System.out.println(String.valueOf(text, 2, 3)); //= tir
    }
}
