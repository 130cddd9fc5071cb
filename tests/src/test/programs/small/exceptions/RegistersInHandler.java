/** Many variables live into a handler and after it. */
package small.exceptions;

public final class RegistersInHandler {
    static int maybe(int x, boolean fail) {
        if (fail) {
            throw new IllegalStateException("x" + x);
        }
        return x * 7;
    }

    static long run(int s, int failAt) {
        int a = s + 1, b = s + 2, c = s + 3, d = s + 4, e = s + 5, f = s + 6, g = s + 7, h = s + 8;
        long l = s, m = s * 2L, n = s * 3L, o = s * 4L, q = s * 5L, r = s * 6L;
        for (int i = 0; i < 4; i++) {
            try {
                a += maybe(b, i == failAt);
                l += a * m;
                c = maybe(d, i + 1 == failAt) + e;
                n ^= l;
            } catch (IllegalStateException ex) {
                f += a + ex.getMessage().length();
                o -= l;
            } finally {
                g += f;
                q += n + o;
            }
            h ^= g + c;
            r += q;
        }
        return a + b + c + d + e + f + g + h + l + m + n + o + q + r;
    }

    public static void main(String[] arguments) {
        for (int i = -1; i < 5; i++) {
            System.out.println(run(10 * i, i));
            //= -69854
            //= 185
            //= 28576
            //= -95112
            //= -214116
            //= 1172366
        }
    }
}
