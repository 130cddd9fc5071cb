/** An error three calls below main, through an interface. */
package unsupported;

public final class DeepInCallees {
    interface Step {
        long next(long x);
    }

    static final class Scaled implements Step {
        @Override
        public long next(long x) {
            return scale(x);
        }

        private static long scale(long x) {
            return x * Scaled.class.getDeclaredFields().length; //! error Reflection
        }
    }

    static long run(int x) {
        Step step = new Scaled();
        return step.next(x);
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
