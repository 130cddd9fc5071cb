/** Subtraction of ints wraps around at 2^31. */
package small.arithmetic;

public final class IntSubtract {
    static int subtract(int a, int b) {
        return a - b;
    }

    public static void main(String[] arguments) {
        System.out.println(subtract(1, 2)); //= -1
        System.out.println(subtract(Integer.MIN_VALUE, 1)); //= 2147483647
        System.out.println(subtract(0, Integer.MIN_VALUE)); //= -2147483648
        System.out.println(subtract(-7, -7)); //= 0
    }
}
