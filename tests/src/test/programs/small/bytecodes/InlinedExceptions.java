/** Small methods that throw, inside and outside of their callers' handlers. */
package small.bytecodes;

public final class InlinedExceptions {
    static int check(int x) {
        if (x > 3) {
            throw new IllegalArgumentException("x" + x);
        }
        return x;
    }

    static int guarded(int x) {
        try {
            return check(x) + 100;
        } catch (IllegalArgumentException e) {
            return check(x - 3);
        }
    }

    static int twice(int x) {
        int result = 0;
        try {
            result = guarded(x);
            result += guarded(x + 2);
        } catch (IllegalArgumentException e) {
            result = -result - e.getMessage().length();
        } finally {
            result *= 2;
        }
        return result;
    }

    public static void main(String[] arguments) {
        for (int x = 0; x < 10; x++) {
            System.out.println(twice(x));
            //= 404
            //= 408
            //= 206
            //= 210
            //= 8
            //= -8
            //= -10
            //= -4
            //= -4
            //= -4
        }
    }
}
