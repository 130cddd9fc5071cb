/** The compiler picks an overload by the static types. */
package small.classes;

public final class Overloading {
    static String f(int x) {
        return "int";
    }

    static String f(long x) {
        return "long";
    }

    static String f(Object x) {
        return "Object";
    }

    static String f(String x) {
        return "String";
    }

    static String f(Integer x) {
        return "Integer";
    }

    static String f(int... x) {
        return "varargs";
    }

    public static void main(String[] arguments) {
        Object text = "text";
        byte small = 1;
        System.out.println(f(1) + " " + f(1L) + " " + f("x") + " " + f(text) + " " + f(small) + " " + f(Integer.valueOf(1)) + " " + f('c') + " " + f(1, 2) + " " + f());
        //= int long String Object int Integer int varargs varargs
    }
}
