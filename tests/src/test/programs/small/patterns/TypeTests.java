/** instanceof on classes, final classes, interfaces and null. */
package small.patterns;

public final class TypeTests {
    static class A {
    }

    static class B extends A implements Runnable {
        public void run() {
        }
    }

    static final class C extends B {
    }

    static String kinds(Object o) {
        return (o instanceof A) + " " + (o instanceof B) + " " + (o instanceof C) + " " + (o instanceof Runnable) + " " + (o instanceof Object);
    }

    public static void main(String[] arguments) {
        System.out.println(kinds(new A())); //= true false false false true
        System.out.println(kinds(new B())); //= true true false true true
        System.out.println(kinds(new C())); //= true true true true true
        System.out.println(kinds("text")); //= false false false false true
        System.out.println(kinds(null)); //= false false false false false
    }
}
