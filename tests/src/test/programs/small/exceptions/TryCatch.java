/** An exception goes to the nearest handler that fits. */
package small.exceptions;

public final class TryCatch {
    static String run(int kind) {
        try {
            try {
                switch (kind) {
                    case 0:
                        throw new IllegalStateException("state");
                    case 1:
                        throw new IllegalArgumentException("argument");
                    case 2:
                        throw new RuntimeException("runtime");
                    default:
                        return "nothing";
                }
            } catch (IllegalStateException e) {
                return "inner " + e.getMessage();
            }
        } catch (IllegalArgumentException e) {
            return "outer " + e.getMessage();
        } catch (RuntimeException e) {
            return "any " + e.getMessage();
        }
    }

    public static void main(String[] arguments) {
        System.out.println(run(0) + ", " + run(1) + ", " + run(2) + ", " + run(3)); //= inner state, outer argument, any runtime, nothing
    }
}
