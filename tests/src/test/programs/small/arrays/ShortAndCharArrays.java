/** Arrays of short are signed, arrays of char are not. */
package small.arrays;

public final class ShortAndCharArrays {
    public static void main(String[] arguments) {
        short[] shorts = {1, -1, (short) 40000, Short.MIN_VALUE};
        char[] chars = {'a', (char) -1, (char) 40000, 0};
        for (int i = 0; i < 4; i++) {
            System.out.println(shorts[i] + " " + (int) chars[i]);
            //= 1 97
            //= -1 65535
            //= -25536 40000
            //= -32768 0
        }
        shorts[3]--;
        chars[3]--;
        System.out.println(shorts[3] + " " + (int) chars[3]); //= 32767 65535
        System.out.println(new String(new char[] {'o', 'k'})); //= ok
    }
}
