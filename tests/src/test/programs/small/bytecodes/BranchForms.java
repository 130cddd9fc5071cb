/** Conditions negated, nested, with constants on either side, and on null. */
package small.bytecodes;

public final class BranchForms {
    static int run(int a, Object o, boolean z) {
        int r = 0;
        if (!(a > 5 || o == null) && !z) {
            r |= 1;
        }
        if (5 < a == z) {
            r |= 2;
        }
        if (o != null ? z : a == 0) {
            r |= 4;
        }
        if ((a & 3) == 0 ^ z) {
            r |= 8;
        }
        if (!z ? !(a <= 7) : a >= 7) {
            r |= 16;
        }
        boolean q = a < 0 && (o == null || z) || a == 7;
        return q ? r | 32 : r;
    }

    public static void main(String[] arguments) {
        int[] inputs = {-4, 0, 3, 5, 6, 7, 8};
        for (int a : inputs) {
            System.out.println(run(a, null, false) + " " + run(a, null, true) + " " + run(a, "o", false) + " " + run(a, "o", true));
            //= 42 32 11 36
            //= 14 4 11 4
            //= 2 8 3 12
            //= 2 8 3 12
            //= 0 10 0 14
            //= 32 58 32 62
            //= 24 18 24 22
        }
    }
}
