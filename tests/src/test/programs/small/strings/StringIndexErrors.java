/** Indices outside of a string throw. */
package small.strings;

public final class StringIndexErrors {
    static void run(String text, int kind, int index) {
        try {
            switch (kind) {
                case 0 -> System.out.println(text.charAt(index));
                case 1 -> System.out.println(text.substring(index));
                default -> System.out.println(new StringBuilder(text).deleteCharAt(index));
            }
        } catch (StringIndexOutOfBoundsException e) {
            System.out.println("index " + index);
        }
    }

    public static void main(String[] arguments) {
        for (int kind = 0; kind < 3; kind++) {
            run("abc", kind, 2);
            run("abc", kind, 3);
            run("abc", kind, -1);
            run("", kind, 0);
        }
    }
}
