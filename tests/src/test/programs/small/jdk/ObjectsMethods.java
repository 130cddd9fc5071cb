/** java.util.Objects: equals, hash, requireNonNull, toString. */
package small.jdk;

public final class ObjectsMethods {
    public static void main(String[] arguments) {
        System.out.println(java.util.Objects.equals(null, null) + " " + java.util.Objects.equals("a", null) + " " + java.util.Objects.equals("a", new String("a")));
        //= true false true
        System.out.println(java.util.Objects.hash(1, "a", null) + " " + java.util.Objects.hashCode(null)); //= 33759 0
        System.out.println(java.util.Objects.toString(null, "none") + " " + java.util.Objects.requireNonNull("x")); //= none x
        try {
            java.util.Objects.requireNonNull(null, "it is null");
        } catch (NullPointerException e) {
            System.out.println(e.getMessage()); //= it is null
        }
        System.out.println(java.util.Objects.checkIndex(3, 5)); //= 3
        try {
            java.util.Objects.checkIndex(5, 5);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage()); //= Index 5 out of bounds for length 5
        }
    }
}
