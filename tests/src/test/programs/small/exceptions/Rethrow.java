/** Exceptions thrown again, wrapped and unwrapped. */
package small.exceptions;

public final class Rethrow {
    static void fail(int depth) {
        if (depth == 0) {
            throw new IllegalStateException("deep");
        }
        try {
            fail(depth - 1);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("level " + depth, e);
        } catch (RuntimeException e) {
            throw e;
        }
    }

    public static void main(String[] arguments) {
        try {
            fail(3);
        } catch (RuntimeException e) {
            System.out.println(e.getMessage() + " " + e.getCause().getMessage() + " " + (e.getCause().getCause() == null));
            //= level 1 deep true
        }
        RuntimeException same = new RuntimeException("same");
        try {
            try {
                throw same;
            } catch (RuntimeException e) {
                throw e;
            }
        } catch (RuntimeException e) {
            System.out.println(e == same); //= true
        }
    }
}
