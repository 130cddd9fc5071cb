/** Assignments used as values, which duplicate one or two words below others (dup_x1, dup_x2, dup2_x1, dup2_x2). */
package small.bytecodes;

public final class StackShuffles {
    int i;
    long l;
    static int si;
    static long sl;

    static int next(int[] counter) {
        return counter[0]++;
    }

    public static void main(String[] arguments) {
        StackShuffles o = new StackShuffles();
        int[] ints = {10, 20, 30};
        long[] longs = {100, 200, 300};
        int[] counter = {0};
        System.out.println(o.i = 5); //= 5
        System.out.println(o.l = 1L << 40); //= 1099511627776
        System.out.println(o.i++ + ++o.i); //= 12
        System.out.println(o.l-- - --o.l); //= 2
        System.out.println(ints[1] = 7); //= 7
        System.out.println(longs[2] = 8); //= 8
        System.out.println(ints[next(counter)] += 3); //= 13
        System.out.println(longs[next(counter)] *= 3); //= 600
        System.out.println(ints[next(counter)]++); //= 30
        System.out.println(++longs[0]); //= 101
        System.out.println(si = o.i = ints[0] = 9); //= 9
        System.out.println(sl = o.l = longs[0] = -9L); //= -9
        System.out.println(ints[0] + " " + ints[1] + " " + ints[2] + " " + longs[0] + " " + longs[1] + " " + longs[2] + " " + counter[0] + " " + o.i + " " + o.l + " " + si + " " + sl);
        //= 9 7 31 -9 600 8 3 9 -9 9 -9
    }
}
