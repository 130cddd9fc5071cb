/** Shifts of ints use the low five bits of their distance. */
package small.shifts;

public final class IntShifts {
    static int value = 0x89abcdef;
    static int[] distances = {0, 1, 4, 31, 32, 33, -1, 63, 64};

    public static void main(String[] arguments) {
        for (int d : distances) {
            System.out.println(d + ": " + (value << d) + " " + (value >> d) + " " + (value >>> d));
            //= 0: -1985229329 -1985229329 -1985229329
            //= 1: 324508638 -992614665 1154868983
            //= 4: -1698898192 -124076834 144358622
            //= 31: -2147483648 -1 1
            //= 32: -1985229329 -1985229329 -1985229329
            //= 33: 324508638 -992614665 1154868983
            //= -1: -2147483648 -1 1
            //= 63: -2147483648 -1 1
            //= 64: -1985229329 -1985229329 -1985229329
        }
    }
}
