/** A synchronized method. */
package unsupported;

public final class SynchronizedMethod {
    static int run(int x) {
        return locked(x);
    }

    static synchronized int locked(int x) {
        return x; //! error synchronized
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
