/** The identity hash code of an object does not change. */
package small.classes;

public final class HashCodeOfObject {
    public static void main(String[] arguments) {
        Object a = new Object();
        System.out.println(a.hashCode() == a.hashCode()); //= true
        System.out.println(a.equals(a) + " " + a.equals(new Object())); //= true false
        System.out.println(System.identityHashCode(null)); //= 0
        String text = "abc";
        System.out.println(System.identityHashCode(text) == System.identityHashCode(text)); //= true
    }
}
