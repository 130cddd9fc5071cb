/** Rotations written with shifts. */
package small.shifts;

public final class RotateBySum {
    static int rotate(int x, int by) {
        return x << by | x >>> 32 - by;
    }

    static long rotate(long x, int by) {
        return x << by | x >>> 64 - by;
    }

    public static void main(String[] arguments) {
        System.out.println(rotate(0x12345678, 8)); //= 878082066
        System.out.println(rotate(0x12345678, 0)); //= 305419896
        System.out.println(rotate(0x123456789abcdef0L, 20)); //= 7460683158682411845
        System.out.println(rotate(-2L, 1)); //= -3
    }
}
