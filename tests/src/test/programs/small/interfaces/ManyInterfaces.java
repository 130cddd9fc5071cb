/** A class that implements many interfaces, and tests for each of them. */
package small.interfaces;

public final class ManyInterfaces {
    interface A {
        default int a() {
            return 1;
        }
    }

    interface B {
        default int b() {
            return 2;
        }
    }

    interface C extends A, B {
        default int c() {
            return a() * 10 + b();
        }
    }

    interface D {
    }

    interface E extends C {
    }

    static class X implements E, D {
        public int a() {
            return 7;
        }
    }

    static class Y implements A {
    }

    static String kinds(Object o) {
        return (o instanceof A) + " " + (o instanceof B) + " " + (o instanceof C) + " " + (o instanceof D) + " " + (o instanceof E);
    }

    public static void main(String[] arguments) {
        System.out.println(kinds(new X())); //= true true true true true
        System.out.println(kinds(new Y())); //= true false false false false
        System.out.println(kinds("text")); //= false false false false false
        System.out.println(kinds(null)); //= false false false false false
        E e = new X();
        System.out.println(e.c()); //= 72
        Object o = e;
        System.out.println(((B) o).b()); //= 2
        try {
            Object y = new Y();
            System.out.println(((B) y).b());
        } catch (ClassCastException exception) {
            System.out.println("no B"); //= no B
        }
    }
}
