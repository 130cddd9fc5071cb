/** Conditions that are always the same, joined without short circuit. */
package small.comparisons;

public final class OrOfConstants {
    private static int always(int a, long b) {
        if (((-(1f) < (float) 0.0) | ((a == a) | (b >= b)))) {
            return 1;
        }
        return 2;
    }

    private static int never(int a, long b) {
        if (((-(1f) > (float) 0.0) & ((a != a) & (b > b)))) {
            return 1;
        }
        return 2;
    }

    private static boolean odd(int a, long b) {
        return ((-(1f) > (float) 0.0) ^ ((a == a) ^ (b > b)));
    }

    public static void main(String[] arguments) {
        System.out.println(always(3, 4)); //= 1
        System.out.println(never(3, 4)); //= 2
        System.out.println(odd(3, 4)); //= true
    }
}
