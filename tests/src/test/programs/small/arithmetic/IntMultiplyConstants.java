/** Products with constants that shifts and additions can make. */
package small.arithmetic;

public final class IntMultiplyConstants {
    static int[] inputs = {0, 1, -1, 7, 1 << 30, Integer.MIN_VALUE, Integer.MAX_VALUE};

    public static void main(String[] arguments) {
        for (int x : inputs) {
            System.out.println(x + ": " + x * 2 + " " + x * 3 + " " + x * 5 + " " + x * 8 + " " + x * 9 + " " + x * 10 + " " + x * -1 + " " + x * -4 + " " + x * 1000);
            //= 0: 0 0 0 0 0 0 0 0 0
            //= 1: 2 3 5 8 9 10 -1 -4 1000
            //= -1: -2 -3 -5 -8 -9 -10 1 4 -1000
            //= 7: 14 21 35 56 63 70 -7 -28 7000
            //= 1073741824: -2147483648 -1073741824 1073741824 0 1073741824 -2147483648 -1073741824 0 0
            //= -2147483648: 0 -2147483648 -2147483648 0 -2147483648 0 -2147483648 0 0
            //= 2147483647: -2 2147483645 2147483643 -8 2147483639 -10 -2147483647 4 -1000
        }
    }
}
