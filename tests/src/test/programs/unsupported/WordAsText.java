/** A machine word asked for its text. */
package unsupported;

public final class WordAsText {
    static String run(int x) {
        return org.peaberry.runtime.unboxed.Address.of(x).toString(); //! error HostedOnly
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
