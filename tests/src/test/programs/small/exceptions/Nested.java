/** try in catch and in finally. */
package small.exceptions;

public final class Nested {
    static String run(boolean second) {
        StringBuilder log = new StringBuilder();
        try {
            try {
                throw new RuntimeException("first");
            } catch (RuntimeException e) {
                log.append(e.getMessage()).append(' ');
                try {
                    if (second) {
                        throw new IllegalStateException("second");
                    }
                } finally {
                    log.append("inner-finally ");
                }
                log.append("after ");
            } finally {
                log.append("outer-finally ");
            }
        } catch (IllegalStateException e) {
            log.append("caught-").append(e.getMessage());
        }
        return log.toString();
    }

    public static void main(String[] arguments) {
        System.out.println(run(true)); //= first inner-finally outer-finally caught-second
        System.out.println(run(false) + "."); //= first inner-finally after outer-finally .
    }
}
