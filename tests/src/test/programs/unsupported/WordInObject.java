/** A machine word where an object is needed. */
package unsupported;

public final class WordInObject {
    static Object kept;

    static void run(int x) {
        kept = org.peaberry.runtime.unboxed.Address.of(x); //! error machine word
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
