/** Addition of ints wraps around at 2^31. */
package small.arithmetic;

public final class IntAdd {
    static int add(int a, int b) {
        return a + b;
    }

    public static void main(String[] arguments) {
        System.out.println(add(1, 2)); //= 3
        System.out.println(add(-1, 1)); //= 0
        System.out.println(add(Integer.MAX_VALUE, 1)); //= -2147483648
        System.out.println(add(Integer.MIN_VALUE, Integer.MIN_VALUE)); //= 0
    }
}
