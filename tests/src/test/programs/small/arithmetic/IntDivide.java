/** Division of ints rounds towards zero; MIN_VALUE / -1 is MIN_VALUE. */
package small.arithmetic;

public final class IntDivide {
    static int divide(int a, int b) {
        return a / b;
    }

    public static void main(String[] arguments) {
        System.out.println(divide(7, 2)); //= 3
        System.out.println(divide(-7, 2)); //= -3
        System.out.println(divide(7, -2)); //= -3
        System.out.println(divide(-7, -2)); //= 3
        System.out.println(divide(0, 5)); //= 0
        System.out.println(divide(Integer.MIN_VALUE, -1)); //= -2147483648
        System.out.println(divide(Integer.MIN_VALUE, 1)); //= -2147483648
        System.out.println(divide(Integer.MAX_VALUE, Integer.MIN_VALUE)); //= 0
    }
}
