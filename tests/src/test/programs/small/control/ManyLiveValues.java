/** More live values than registers, across loops and calls. */
package small.control;

public final class ManyLiveValues {
    static int opaque(int x) {
        return x * 31 + 7;
    }

    static int many(int s) {
        int a = opaque(s);
        int b = opaque(a);
        int c = opaque(b);
        int d = opaque(c);
        int e = opaque(d);
        int f = opaque(e);
        int g = opaque(f);
        int h = opaque(g);
        int i = opaque(h);
        int j = opaque(i);
        int k = opaque(j);
        int l = opaque(k);
        int m = opaque(l);
        int n = opaque(m);
        int o = opaque(n);
        int q = opaque(o);
        int r = opaque(q);
        int t = opaque(r);
        for (int x = 0; x < 10; x++) {
            a += b ^ c;
            d -= e & f;
            g ^= h | i;
            j += k - l;
            m = m * n + x;
            o = o / (q | 1) + r % (t | 1);
            t += a + d + g + j + m + o;
        }
        return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + q + r + t;
    }

    static long wide(long s) {
        long a = s + 1, b = s * 2, c = s ^ 3, d = s - 4, e = s << 5, f = s >> 6, g = s | 7, h = s & 8, i = s + 9, j = s * 10, k = s - 11, l = s ^ 12, m = s + 13, n = s * 14;
        return ((a * b + c * d) ^ (e * f + g * h)) + ((i * j + k * l) ^ (m * n)) + (a ^ n) * (b ^ m) - (c ^ l) * (d ^ k) + (e ^ j) * (f ^ i) - g % (h + 1);
    }

    public static void main(String[] arguments) {
        System.out.println(many(1)); //= 1785643819
        System.out.println(many(-12345)); //= -155612694
        System.out.println(wide(1)); //= 179
        System.out.println(wide(0x123456789abcL)); //= 6865748030626541688
    }
}
