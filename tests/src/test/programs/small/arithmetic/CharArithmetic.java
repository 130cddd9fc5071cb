/** chars are unsigned 16-bit numbers. */
package small.arithmetic;

public final class CharArithmetic {
    static char shift(char c, int by) {
        return (char) (c + by);
    }

    public static void main(String[] arguments) {
        System.out.println(shift('a', 1)); //= b
        System.out.println(shift('a', 25) + "" + shift('Z', -25)); //= zA
        System.out.println('a' + 1); //= 98
        System.out.println((int) shift('\0', -1)); //= 65535
        char c = 'x';
        c++;
        System.out.println(c); //= y
        c -= 2;
        System.out.println(c); //= w
        System.out.println((char) ('0' + 7)); //= 7
        System.out.println('b' - 'a'); //= 1
    }
}
