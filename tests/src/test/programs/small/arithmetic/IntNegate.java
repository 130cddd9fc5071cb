/** The negative of MIN_VALUE is itself. */
package small.arithmetic;

public final class IntNegate {
    static int negate(int a) {
        return -a;
    }

    public static void main(String[] arguments) {
        System.out.println(negate(5)); //= -5
        System.out.println(negate(-5)); //= 5
        System.out.println(negate(0)); //= 0
        System.out.println(negate(Integer.MIN_VALUE)); //= -2147483648
    }
}
