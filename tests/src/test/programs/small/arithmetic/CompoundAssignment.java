/** Compound assignments narrow their result to the variable's type. */
package small.arithmetic;

public final class CompoundAssignment {
    static byte b = 100;
    static short s = 30000;
    static char c = 'z';

    public static void main(String[] arguments) {
        b += 100;
        System.out.println(b); //= -56
        s *= 2;
        System.out.println(s); //= -5536
        c += 1;
        System.out.println(c); //= {
        int i = 10;
        i += 3.0f > 2 ? 1 : 0;
        i <<= 4;
        i ^= 0xff;
        i >>= 1;
        i %= 50;
        System.out.println(i); //= 39
        long l = 1;
        l <<= 40;
        l |= 5;
        System.out.println(l); //= 1099511627781
        int[] a = {1, 2, 3};
        int k = 0;
        a[k++] += 10;
        a[k++] *= 10;
        System.out.println(a[0] + " " + a[1] + " " + a[2] + " " + k); //= 11 20 3 2
    }
}
