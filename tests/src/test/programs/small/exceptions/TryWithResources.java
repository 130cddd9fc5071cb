/** Resources are closed in reverse order, and failures while closing are suppressed. */
package small.exceptions;

public final class TryWithResources {
    static StringBuilder log = new StringBuilder();

    static final class Resource implements AutoCloseable {
        final String name;

        Resource(String name) {
            this.name = name;
            log.append("open-").append(name).append(' ');
        }

        @Override
        public void close() {
            log.append("close-").append(name).append(' ');
        }
    }

    static void run(boolean fail) {
        try (Resource a = new Resource("a"); Resource b = new Resource("b")) {
            log.append("body-").append(a.name).append(b.name).append(' ');
            if (fail) {
                throw new IllegalStateException("failed");
            }
        } catch (IllegalStateException e) {
            log.append("caught ");
        }
    }

    public static void main(String[] arguments) {
        run(false);
        System.out.println(log + "."); //= open-a open-b body-ab close-b close-a .
        log.setLength(0);
        run(true);
        System.out.println(log + "."); //= open-a open-b body-ab close-b close-a caught .
    }
}
