/** A native method without substitution. */
package unsupported;

public final class NativeMethod {
    static int run(int x) {
        return missing(x); //! error native method
    }

    static native int missing(int x);

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
