/** Unsigned divisions whose operands a loop does not change: none is made in front of a loop that does not run. */
package small.arithmetic;

public final class UnsignedDivisionInLoops {
    static int count(int n, long value, long divisor) {
        int found = 0;
        for (int i = 0; i < n; i++) {
            if (Long.divideUnsigned(value, divisor) == 3) {
                found += i;
            }
        }
        return found;
    }

    static int total(int[] elements, int value, int divisor) {
        int total = 0;
        for (int element : elements) {
            if (Integer.remainderUnsigned(value, divisor) == 1) {
                total += element;
            } else {
                total -= element;
            }
        }
        return total;
    }

    public static void main(String[] arguments) {
        System.out.println(count(5, 10, 3)); //= 10
        System.out.println(count(5, 10, 5)); //= 0
        System.out.println(count(0, 10, 0)); //= 0
        System.out.println(total(new int[] {4, 5}, 10, 3)); //= 9
        System.out.println(total(new int[] {4, 5}, 10, 5)); //= -9
        System.out.println(total(new int[0], 10, 0)); //= 0
        try {
            System.out.println(count(1, 10, 0));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage()); //= / by zero
        }
        try {
            System.out.println(total(new int[1], 10, 0));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage()); //= / by zero
        }
    }
}
