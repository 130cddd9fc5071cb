/** The exact methods throw when a result does not fit. */
package small.arithmetic;

public final class MathExact {
    static int add(int a, int b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
            return 0;
        }
    }

    static long multiply(long a, long b) {
        try {
            return Math.multiplyExact(a, b);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
            return 0;
        }
    }

    static int narrow(long a) {
        try {
            return Math.toIntExact(a);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
            return 0;
        }
    }

    public static void main(String[] arguments) {
        System.out.println(add(Integer.MAX_VALUE, 0));
        System.out.println(add(Integer.MAX_VALUE, 1));
        System.out.println(multiply(1L << 31, 1L << 31));
        System.out.println(multiply(1L << 32, 1L << 31));
        System.out.println(narrow(Integer.MIN_VALUE));
        System.out.println(narrow(1L << 31));
    }
}
