/** A machine word compared with null. */
package unsupported;

public final class WordComparedWithNull {
    static boolean run(int x) {
        return org.peaberry.runtime.unboxed.Address.of(x) == null; //! error machine word
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
