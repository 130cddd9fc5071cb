/** Fields are shadowed, not overridden; static methods are hidden. */
package small.classes;

public final class Shadowing {
    static class A {
        int x = 1;
        static String who() {
            return "A";
        }
        int get() {
            return x;
        }
    }

    static class B extends A {
        int x = 2;
        static String who() {
            return "B";
        }
        int both() {
            return x * 10 + super.x;
        }
    }

    public static void main(String[] arguments) {
        B b = new B();
        A a = b;
        System.out.println(a.x + " " + b.x + " " + a.get() + " " + b.both() + " " + ((A) b).x); //= 1 2 1 21 1
        System.out.println(A.who() + B.who()); //= AB
        b.x = 5;
        a.x = 6;
        System.out.println(b.both()); //= 56
    }
}
