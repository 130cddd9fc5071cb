/** Character's tests and conversions. */
package small.strings;

public final class Characters {
    static char[] inputs = {'a', 'Z', '5', ' ', '_', '\u00e4', '\n'};

    public static void main(String[] arguments) {
        for (char c : inputs) {
            System.out.println((int) c + " " + Character.isDigit(c) + " " + Character.isLetter(c) + " " + Character.isLetterOrDigit(c) + " " + Character.isWhitespace(c)
            //= 97 false true true false false 65 97 10
            //= 90 false true true false true 90 122 35
            //= 53 true false true false false 53 53 5
            //= 32 false false false true false 32 32 -1
            //= 95 false false false false false 95 95 -1
            //= 228 false true true false false 196 228 -1
            //= 10 false false false true false 10 10 -1
                    + " " + Character.isUpperCase(c) + " " + (int) Character.toUpperCase(c) + " " + (int) Character.toLowerCase(c) + " " + Character.getNumericValue(c));
        }
        System.out.println(Character.digit('f', 16) + " " + Character.digit('g', 16) + " " + Character.forDigit(11, 16)); //= 15 -1 b
    }
}
