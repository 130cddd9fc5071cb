/** The upper half of a product of longs. */
package small.arithmetic;

public final class MultiplyHigh {
    static long[] inputs = {0, 3, -3, Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdefL};

    public static void main(String[] arguments) {
        for (long a : inputs) {
            for (long b : inputs) {
                System.out.println(Math.multiplyHigh(a, b));
                //= 0
                //= 0
                //= 0
                //= 0
                //= 0
                //= 0
                //= 0
                //= 0
                //= -1
                //= 1
                //= -2
                //= 0
                //= 0
                //= -1
                //= 0
                //= -2
                //= 1
                //= -1
                //= 0
                //= 1
                //= -2
                //= 4611686018427387903
                //= -4611686018427387904
                //= 40992764608243447
                //= 0
                //= -2
                //= 1
                //= -4611686018427387904
                //= 4611686018427387904
                //= -40992764608243448
                //= 0
                //= 0
                //= -1
                //= 40992764608243447
                //= -40992764608243448
                //= 364380129851052
            }
        }
    }
}
