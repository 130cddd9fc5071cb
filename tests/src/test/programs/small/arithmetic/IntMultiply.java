/** The product of ints keeps its low 32 bits. */
package small.arithmetic;

public final class IntMultiply {
    static int multiply(int a, int b) {
        return a * b;
    }

    public static void main(String[] arguments) {
        System.out.println(multiply(6, 7)); //= 42
        System.out.println(multiply(-6, 7)); //= -42
        System.out.println(multiply(0x10000, 0x10000)); //= 0
        System.out.println(multiply(Integer.MIN_VALUE, -1)); //= -2147483648
        System.out.println(multiply(123456789, 987654321)); //= -67153019
    }
}
