/** Static fields of all types, with and without initializers. */
package small.classes;

public final class StaticFields {
    static boolean flag = true;
    static byte b = -5;
    static char c = 'c';
    static short s;
    static int i = 1 << 20;
    static long l = -1L << 40;
    static String text = "static";
    static int[] array = {1, 2};
    static final int CONSTANT = 99;

    public static void main(String[] arguments) {
        System.out.println(flag + " " + b + " " + c + " " + s + " " + i + " " + l + " " + text + " " + array[1] + " " + CONSTANT);
        //= true -5 c 0 1048576 -1099511627776 static 2 99
        flag = false;
        b *= 2;
        c++;
        s--;
        i >>= 3;
        l += i;
        text += "!";
        array = new int[] {i};
        System.out.println(flag + " " + b + " " + c + " " + s + " " + i + " " + l + " " + text + " " + array[0]);
        //= false -10 d -1 131072 -1099511496704 static! 131072
    }
}
