/** System.exit ends the program at once with its status. */
package small.program;

//! exit 3
public final class ExitStatus {
    static void leave(int status) {
        try {
            System.out.println("leaving"); //= leaving
            System.exit(status);
        } finally {
            System.out.println("not printed");
        }
    }

    public static void main(String[] arguments) {
        leave(3);
        System.out.println("not printed");
    }
}
