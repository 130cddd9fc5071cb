/** Conditional expressions, nested and mixed. */
package small.comparisons;

public final class Ternaries {
    static String size(int n) {
        return n < 10 ? "small" : n < 100 ? "medium" : "large";
    }

    static long mixed(boolean wide, int a, long b) {
        return wide ? b : a;
    }

    public static void main(String[] arguments) {
        System.out.println(size(5) + " " + size(50) + " " + size(500)); //= small medium large
        System.out.println(mixed(true, 1, 1L << 40) + " " + mixed(false, -1, 1L << 40)); //= 1099511627776 -1
        Integer boxed = size(1) == null ? null : 7;
        System.out.println(boxed); //= 7
        System.out.println((size(5).length() > 3 ? 'a' : 'b') + 1); //= 98
    }
}
