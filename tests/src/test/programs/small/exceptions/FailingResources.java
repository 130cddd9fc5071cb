/** Suppressed exceptions of resources that fail to close. */
package small.exceptions;

public final class FailingResources {
    static final class Bad implements AutoCloseable {
        final String name;

        Bad(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            throw new IllegalStateException("close " + name);
        }
    }

    public static void main(String[] arguments) {
        try (Bad a = new Bad("a"); Bad b = new Bad("b")) {
            throw new IllegalArgumentException("body " + a.name + b.name);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage()); //= body ab
        }
        try (Bad a = new Bad("only")) {
            System.out.println("body " + a.name); //= body only
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage()); //= close only
        }
    }
}
