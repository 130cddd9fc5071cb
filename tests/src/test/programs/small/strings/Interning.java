/** Literals are one object; built strings are not. */
package small.strings;

public final class Interning {
    static final String CONSTANT = "ab";
    static String a = "a";

    public static void main(String[] arguments) {
        System.out.println("ab" == CONSTANT); //= true
        System.out.println(a + "b" == "ab"); //= false
        System.out.println((a + "b").equals("ab")); //= true
        System.out.println("a" + "b" == "ab"); //= true
    }
}
