/** Division and remainder by zero throw. */
package small.arithmetic;

public final class IntDivideByZero {
    static int divide(int a, int b) {
        return a / b;
    }

    static int remainder(int a, int b) {
        return a % b;
    }

    public static void main(String[] arguments) {
        try {
            System.out.println(divide(1, 0));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage()); //= / by zero
        }
        try {
            System.out.println(remainder(1, 0));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage()); //= / by zero
        }
    }
}
