/** Running out of stack is an error that can be caught, again and again, and the stack is whole afterwards. */
package small.exceptions;

public final class StackOverflows {
    private static int deepest;

    static int endless(int depth) {
        deepest = depth;
        return endless(depth + 1) + 1;
    }

    static long wide(long a, long b, long c, long d, long e, long f, long g, long h) {
        long[] local = {a, b, c};
        return wide(b, c, d, e, f, g, h, a + local.length) + a * b + c * d + e * f + g * h;
    }

    static int throughHandlers(int depth) {
        try {
            return throughHandlers(depth + 1);
        } catch (IllegalStateException e) {
            return -1;
        } finally {
            deepest--;
        }
    }

    interface Node {
        int visit(Node other);
    }

    record Ping(String name) implements Node {
        @Override
        public int visit(Node other) {
            return other.visit(this) + name.length();
        }
    }

    public static void main(String[] arguments) {
        for (int i = 0; i < 3; i++) {
            try {
                endless(0);
            } catch (StackOverflowError e) {
                System.out.println("endless " + (deepest > 1000));     //= endless true
            }
        }
        //= endless true
        //= endless true
        try {
            wide(1, 2, 3, 4, 5, 6, 7, 8);
        } catch (StackOverflowError e) {
            System.out.println("wide");                                //= wide
        }
        deepest = 0;
        try {
            throughHandlers(0);
        } catch (StackOverflowError e) {
            System.out.println("handlers " + (deepest < -1000));       //= handlers true
        }
        try {
            new Ping("a").visit(new Ping("b"));
        } catch (Throwable e) {
            System.out.println(e.getClass().getName());                //= java.lang.StackOverflowError
        }
        System.out.println("end");                                     //= end
    }
}
