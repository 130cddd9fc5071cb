/** Private methods are not overridden. */
package small.classes;

public final class PrivateMethods {
    static class A {
        private String secret() {
            return "A's";
        }

        String tell() {
            return secret();
        }
    }

    static class B extends A {
        private String secret() {
            return "B's";
        }

        String tellMine() {
            return secret();
        }
    }

    public static void main(String[] arguments) {
        B b = new B();
        System.out.println(b.tell() + " " + b.tellMine()); //= A's B's
    }
}
