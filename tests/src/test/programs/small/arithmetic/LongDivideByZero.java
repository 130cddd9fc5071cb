/** Division of longs by zero throws. */
package small.arithmetic;

public final class LongDivideByZero {
    static long divide(long a, long b) {
        return a / b;
    }

    static long remainder(long a, long b) {
        return a % b;
    }

    public static void main(String[] arguments) {
        try {
            System.out.println(divide(1, 0));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage()); //= / by zero
        }
        try {
            System.out.println(remainder(Long.MIN_VALUE, 0));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage()); //= / by zero
        }
    }
}
