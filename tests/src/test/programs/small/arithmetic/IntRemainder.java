/** The remainder of ints has the sign of the dividend; MIN_VALUE % -1 is 0. */
package small.arithmetic;

public final class IntRemainder {
    static int remainder(int a, int b) {
        return a % b;
    }

    public static void main(String[] arguments) {
        System.out.println(remainder(7, 3)); //= 1
        System.out.println(remainder(-7, 3)); //= -1
        System.out.println(remainder(7, -3)); //= 1
        System.out.println(remainder(-7, -3)); //= -1
        System.out.println(remainder(Integer.MIN_VALUE, -1)); //= 0
        System.out.println(remainder(Integer.MIN_VALUE, 10)); //= -8
    }
}
