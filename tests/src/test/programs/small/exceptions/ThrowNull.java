/** Throwing null throws a NullPointerException. */
package small.exceptions;

public final class ThrowNull {
    static RuntimeException none() {
        return null;
    }

    public static void main(String[] arguments) {
        try {
            throw none();
        } catch (NullPointerException e) {
            System.out.println("null pointer"); //= null pointer
        }
    }
}
