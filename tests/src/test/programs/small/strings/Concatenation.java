/** + on strings with values of every type. */
package small.strings;

public final class Concatenation {
    static String nothing;
    static byte b = -1;
    static short s = 300;
    static char c = 'c';
    static long l = 1L << 50;
    static Object object = new StringBuilder("sb");

    public static void main(String[] arguments) {
        System.out.println("a" + 1 + 'x' + 2L + true + null + b + s + c + l); //= a1x2truenull-1300c1125899906842624
        System.out.println(1 + 2 + "3" + (4 + 5)); //= 339
        System.out.println("" + nothing + object); //= nullsb
        String text = "x";
        for (int i = 0; i < 5; i++) {
            text += i;
        }
        System.out.println(text); //= x01234
        text += 'c' + 1;
        System.out.println(text); //= x01234100
        System.out.println(c + "" + c + 1); //= cc1
        System.out.println("const" + "ant" + 5); //= constant5
    }
}
