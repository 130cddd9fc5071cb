/** Variables changed in a try are right in its handler. */
package small.exceptions;

public final class LiveThroughHandler {
    static int step(int i, int limit) {
        if (i >= limit) {
            throw new RuntimeException();
        }
        return i * 3;
    }

    static String run(int limit) {
        int a = 1;
        long b = 2;
        String c = "c";
        int i = 0;
        try {
            while (true) {
                a += step(i, limit);
                b = b * 2 + a;
                i++;
                c += i;
                a ^= step(i, limit);
            }
        } catch (RuntimeException e) {
            return a + " " + b + " " + c + " " + i;
        }
    }

    public static void main(String[] arguments) {
        for (int limit = 0; limit < 6; limit++) {
            System.out.println(run(limit));
            //= 1 2 c 0
            //= 1 5 c1 1
            //= 5 15 c12 2
            //= 9 39 c123 3
            //= 9 87 c1234 4
            //= 17 191 c12345 5
        }
    }
}
