/** A superclass's method implements an interface of the subclass. */
package small.interfaces;

public final class InheritedImplementation {
    interface Counter {
        int next();
    }

    static class Base {
        int n;

        public int next() {
            return ++n;
        }
    }

    static class Derived extends Base implements Counter {
    }

    static class Faster extends Derived {
        public int next() {
            return n += 10;
        }
    }

    public static void main(String[] arguments) {
        Counter[] counters = {new Derived(), new Faster()};
        for (Counter c : counters) {
            c.next();
            System.out.println(c.next());
            //= 2
            //= 20
        }
        Base b = new Faster();
        System.out.println(b.next()); //= 10
    }
}
