/** Default methods, overridden or not, and chosen with X.super. */
package small.interfaces;

public final class DefaultMethods {
    interface Named {
        String name();

        default String greet() {
            return "Hello, " + name();
        }
    }

    interface Polite {
        default String greet() {
            return "Good day";
        }
    }

    static class Plain implements Named {
        public String name() {
            return "plain";
        }
    }

    static class Both implements Named, Polite {
        public String name() {
            return "both";
        }

        public String greet() {
            return Polite.super.greet() + ". " + Named.super.greet();
        }
    }

    public static void main(String[] arguments) {
        System.out.println(new Plain().greet()); //= Hello, plain
        System.out.println(new Both().greet()); //= Good day. Hello, both
        Polite polite = new Both();
        System.out.println(polite.greet()); //= Good day. Hello, both
    }
}
