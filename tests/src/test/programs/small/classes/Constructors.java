/** Constructors call each other and the superclass's; initializers run between. */
package small.classes;

public final class Constructors {
    static StringBuilder log = new StringBuilder();

    static int note(String text) {
        log.append(text).append(' ');
        return log.length();
    }

    static class Base {
        int x = note("base-field");

        Base(int n) {
            note("base-" + n);
            hook();
        }

        void hook() {
            note("base-hook");
        }
    }

    static class Derived extends Base {
        int y = note("derived-field");
        String z = "set";

        {
            note("initializer");
        }

        Derived() {
            this(7);
            note("derived");
        }

        Derived(int n) {
            super(n * 2);
            note("derived-" + n);
        }

        @Override
        void hook() {
            note("hook-sees-" + z);
        }
    }

    public static void main(String[] arguments) {
        new Derived();
        System.out.println(log);
    }
}
