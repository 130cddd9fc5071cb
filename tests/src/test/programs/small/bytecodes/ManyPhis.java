/** Many variables that change in every path of a loop. */
package small.bytecodes;

public final class ManyPhis {
    static long run(int n) {
        int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6;
        long g = 7, h = 8, i = 9, j = 10, k = 11, l = 12, m = 13, o = 14;
        for (int x = 0; x < n; x++) {
            switch (x % 6) {
                case 0 -> {
                    int t = a;
                    a = b;
                    b = c;
                    c = d;
                    d = e;
                    e = f;
                    f = t;
                }
                case 1 -> {
                    long t = g;
                    g = o;
                    o = m;
                    m = l;
                    l = k;
                    k = j;
                    j = i;
                    i = h;
                    h = t;
                }
                case 2 -> {
                    a += g;
                    g += a;
                }
                case 3 -> b ^= c;
                case 4 -> {
                    long t = h;
                    h = i + d;
                    i = t;
                }
                default -> {
                    e = f;
                    m = o;
                }
            }
        }
        return a + 3L * b + 5L * c + 7L * d + 11L * e + 13L * f + 17 * g + 19 * h + 23 * i + 29 * j + 31 * k + 37 * l + 41 * m + 43 * o;
    }

    public static void main(String[] arguments) {
        for (int n = 0; n < 40; n += 3) {
            System.out.println(run(n));
            //= 2871
            //= 3015
            //= 3104
            //= 3575
            //= 3900
            //= 4379
            //= 4923
            //= 5429
            //= 5943
            //= 6864
            //= 7293
            //= 8359
            //= 8062
            //= 9332
        }
    }
}
