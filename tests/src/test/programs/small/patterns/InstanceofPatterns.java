/** instanceof with a pattern, and its scope. */
package small.patterns;

public final class InstanceofPatterns {
    static String describe(Object o) {
        if (o instanceof Integer i && i > 100) {
            return "large " + i;
        }
        if (o instanceof Integer i) {
            return "int " + (i + 1);
        }
        if (!(o instanceof String s)) {
            return o instanceof int[] a ? "array of " + a.length : "something";
        }
        return s.isEmpty() ? "empty" : s + s.length();
    }

    public static void main(String[] arguments) {
        System.out.println(describe(500) + ", " + describe(5) + ", " + describe("abc") + ", " + describe("") + ", " + describe(new int[3]) + ", " + describe(7L) + ", " + describe(null));
        //= large 500, int 6, abc3, empty, array of 3, something, something
    }
}
