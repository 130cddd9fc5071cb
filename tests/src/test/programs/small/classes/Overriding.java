/** Virtual calls find the most derived method; super calls do not. */
package small.classes;

public final class Overriding {
    static class A {
        String name() {
            return "A";
        }

        String greet() {
            return "I am " + name();
        }
    }

    static class B extends A {
        @Override
        String name() {
            return "B(" + super.name() + ")";
        }
    }

    static class C extends B {
        @Override
        String name() {
            return "C(" + super.name() + ")";
        }

        @Override
        String greet() {
            return super.greet() + "!";
        }
    }

    static class D extends A {
    }

    public static void main(String[] arguments) {
        A[] all = {new A(), new B(), new C(), new D()};
        for (A a : all) {
            System.out.println(a.greet());
            //= I am A
            //= I am B(A)
            //= I am C(B(A))!
            //= I am A
        }
    }
}
