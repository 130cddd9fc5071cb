/** Machine words compared with ==. */
package unsupported;

public final class WordsComparedByIdentity {
    static boolean run(int x) {
        org.peaberry.runtime.unboxed.Address a = org.peaberry.runtime.unboxed.Address.of(x);
        return a == a.plus(x); //! error machine word
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
