/** A compound assignment reads its left side before the right side changes it. */
package small.bytecodes;

public final class CompoundOrder {
    static int field = 10;

    static int change() {
        field = 100;
        return 1;
    }

    public static void main(String[] arguments) {
        field += change();
        System.out.println(field); //= 11
        int[] a = {1, 2};
        int[] b = a;
        int i = 0;
        a[i] += (a = new int[] {50, 60})[i = 1];
        System.out.println(b[0] + " " + a[0] + " " + a[1] + " " + i); //= 61 50 60 1
        String s = "a";
        s += s = "b";
        System.out.println(s); //= ab
        long x = 5;
        x -= x-- - --x;
        System.out.println(x); //= 3
    }
}
