/** finally blocks run before an uncaught exception ends the program. */
package small.program;

//! exit 1
public final class UncaughtAfterFinally {
    public static void main(String[] arguments) {
        try {
            System.out.println("try"); //= try
            throw new IllegalStateException("uncaught");
        } finally {
            System.out.println("finally"); //= finally
        }
    }
}
