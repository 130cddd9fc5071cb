/** A class found by its name. */
package unsupported;

public final class Reflection {
    static boolean run(int x) {
        try {
            return Class.forName("java.lang.String") != null; //! error forName
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
