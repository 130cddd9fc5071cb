/** A synchronized statement. */
package unsupported;

public final class SynchronizedBlock {
    static int run(int x) {
        synchronized (Object.class) { //! error synchronized
            return x;
        }
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
