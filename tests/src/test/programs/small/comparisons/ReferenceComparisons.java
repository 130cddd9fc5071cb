/** == on references compares identity. */
package small.comparisons;

public final class ReferenceComparisons {
    static Object a = new Object();
    static Object b = new Object();

    static String same(Object x, Object y) {
        return (x == y ? "same" : "different") + (x != y ? "!" : "");
    }

    public static void main(String[] arguments) {
        System.out.println(same(a, a)); //= same
        System.out.println(same(a, b)); //= different!
        System.out.println(same(null, null)); //= same
        System.out.println(same(a, null)); //= different!
        String text = "literal";
        System.out.println(same(text, "literal")); //= same
        System.out.println(same(new String("literal"), "literal")); //= different!
        System.out.println(a == null); //= false
        System.out.println(null != b); //= true
    }
}
