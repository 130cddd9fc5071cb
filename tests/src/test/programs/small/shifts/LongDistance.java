/** A shift distance may be a long. */
package small.shifts;

public final class LongDistance {
    static int shift(int a, long distance) {
        return a << distance;
    }

    static long shift(long a, long distance) {
        return a >>> distance;
    }

    public static void main(String[] arguments) {
        System.out.println(shift(1, 4L)); //= 16
        System.out.println(shift(1, (1L << 40) + 3)); //= 8
        System.out.println(shift(-1L, 60L)); //= 15
        System.out.println(shift(-1L, 1L << 40)); //= -1
    }
}
