/** equals, hashCode and compareTo of strings. */
package small.strings;

public final class StringEquality {
    static String[] inputs = {"", "a", "ab", "abc", "abd", "B", "\u00e4\u20ac"};

    public static void main(String[] arguments) {
        for (String a : inputs) {
            StringBuilder line = new StringBuilder();
            for (String b : inputs) {
                line.append(a.equals(b) ? "=" : "-").append(a.compareTo(b)).append(' ');
            }
            System.out.println(line.append(a.hashCode()));
            //= =0 --1 --2 --3 --3 --1 --2 0
            //= -1 =0 --1 --2 --2 -31 --131 97
            //= -2 -1 =0 --1 --1 -31 --131 3105
            //= -3 -2 -1 =0 --1 -31 --131 96354
            //= -3 -2 -1 -1 =0 -31 --131 96355
            //= -1 --31 --31 --31 --31 =0 --162 66
            //= -2 -131 -131 -131 -131 -162 =0 15432
        }
        System.out.println("abc".equals(null) + " " + "abc".equals((Object) 5) + " " + new String("abc").equals("abc")); //= false false true
    }
}
