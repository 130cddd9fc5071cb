/** Classes as objects: comparison and names. */
package small.patterns;

public final class GetClass {
    static class A {
    }

    static class B extends A {
    }

    public static void main(String[] arguments) {
        A b = new B();
        System.out.println(b.getClass() == B.class); //= true
        System.out.println(b.getClass() == A.class); //= false
        System.out.println(b.getClass().getName()); //= small.patterns.GetClass$B
        System.out.println("x".getClass().getName()); //= java.lang.String
        System.out.println(A.class.getSimpleName()); //= A
        System.out.println(new B().getClass() == b.getClass()); //= true
    }
}
