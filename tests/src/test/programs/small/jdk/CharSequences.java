/** String and StringBuilder as CharSequence. */
package small.jdk;

public final class CharSequences {
    static int count(CharSequence text, char wanted) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }

    public static void main(String[] arguments) {
        System.out.println(count("banana", 'a') + " " + count(new StringBuilder("bonobo"), 'o')); //= 3 3
        CharSequence sub = new StringBuilder("abcdef").subSequence(1, 4);
        System.out.println(sub + " " + sub.length() + " " + sub.toString().equals("bcd")); //= bcd 3 true
        System.out.println(new StringBuilder().append("abcdef", 2, 4).append((CharSequence) "xy")); //= cdxy
        System.out.println(String.join("/", "a", "b", "c")); //= a/b/c
    }
}
