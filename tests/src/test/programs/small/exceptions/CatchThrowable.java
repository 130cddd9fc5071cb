/** Errors and everything else can be caught. */
package small.exceptions;

public final class CatchThrowable {
    static void run(int kind) throws Throwable {
        if (kind == 0) {
            throw new AssertionError("assertion");
        }
        if (kind == 1) {
            throw new Exception("checked");
        }
        if (kind == 2) {
            throw new Throwable("plain");
        }
    }

    public static void main(String[] arguments) {
        for (int kind = 0; kind < 4; kind++) {
            try {
                run(kind);
                System.out.println("nothing");
            } catch (Exception e) {
                System.out.println("exception " + e.getMessage());
            } catch (Throwable t) {
                System.out.println("throwable " + t.getMessage());
            }
        }
    }
}
