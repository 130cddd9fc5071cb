/** Shifts by constants. */
package small.shifts;

public final class ConstantShifts {
    static int i = 0x80000001;
    static long l = 0x8000000000000001L;

    public static void main(String[] arguments) {
        System.out.println(i << 1); //= 2
        System.out.println(i >> 1); //= -1073741824
        System.out.println(i >>> 1); //= 1073741824
        System.out.println(i << 31); //= -2147483648
        System.out.println(i >> 31); //= -1
        System.out.println(i >>> 31); //= 1
        System.out.println(l << 1); //= 2
        System.out.println(l >> 1); //= -4611686018427387904
        System.out.println(l >>> 1); //= 4611686018427387904
        System.out.println(l << 63); //= -9223372036854775808
        System.out.println(l >> 63); //= -1
        System.out.println(l >>> 63); //= 1
        System.out.println(l >>> 32); //= 2147483648
    }
}
