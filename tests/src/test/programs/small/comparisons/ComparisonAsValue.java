/** Comparisons stored in variables, fields and arrays. */
package small.comparisons;

public final class ComparisonAsValue {
    static boolean field;
    static boolean[] array = new boolean[3];

    static boolean less(long a, long b) {
        return a < b;
    }

    public static void main(String[] arguments) {
        field = less(1, 2);
        array[0] = less(2, 1);
        array[1] = !less(2, 1);
        array[2] = field == array[1];
        boolean local = field != array[0];
        System.out.println(field + " " + array[0] + " " + array[1] + " " + array[2] + " " + local); //= true false true true true
        int n = (field ? 1 : 0) + (array[0] ? 2 : 0) + (local ? 4 : 0);
        System.out.println(n); //= 5
    }
}
