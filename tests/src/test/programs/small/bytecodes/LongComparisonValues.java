/** Comparisons of longs as conditions and as values, with constants and memory. */
package small.bytecodes;

public final class LongComparisonValues {
    long limit = 1L << 33;

    static int sign(long x) {
        return x < 0 ? -1 : x > 0 ? 1 : 0;
    }

    boolean below(long x) {
        return x < limit;
    }

    static boolean between(long low, long x, long high) {
        return low <= x && x < high;
    }

    public static void main(String[] arguments) {
        LongComparisonValues o = new LongComparisonValues();
        System.out.println(sign(-5) + " " + sign(0) + " " + sign(1L << 40) + " " + sign(Long.MIN_VALUE)); //= -1 0 1 -1
        System.out.println(o.below(1L << 33) + " " + o.below((1L << 33) - 1) + " " + o.below(-1)); //= false true true
        System.out.println(between(-1L << 40, 0, 1L << 40) + " " + between(0, 5, 5) + " " + between(5, 5, 6)); //= true false true
        long[] a = {3, 1L << 35, -7};
        int larger = 0;
        for (long x : a) {
            if (x > o.limit) {
                larger++;
            }
            if (x == -7L) {
                larger += 10;
            }
        }
        System.out.println(larger); //= 11
    }
}
