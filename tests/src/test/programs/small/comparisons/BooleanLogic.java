/** Short-circuit and full logic. */
package small.comparisons;

public final class BooleanLogic {
    static int calls;

    static boolean count(boolean value) {
        calls++;
        return value;
    }

    public static void main(String[] arguments) {
        System.out.println((count(false) && count(true)) + " " + calls); //= false 1
        System.out.println((count(true) || count(true)) + " " + calls); //= true 2
        System.out.println((count(false) & count(true)) + " " + calls); //= false 4
        System.out.println((count(true) | count(true)) + " " + calls); //= true 6
        System.out.println((count(true) ^ count(true)) + " " + calls); //= false 8
        System.out.println(!count(false) + " " + calls); //= true 9
        boolean x = true;
        x &= count(false);
        System.out.println(x); //= false
        x |= count(true);
        System.out.println(x); //= true
        x ^= true;
        System.out.println(x); //= false
    }
}
