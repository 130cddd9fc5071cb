/** valueOf refuses unknown names. */
package small.enums;

public final class EnumValueOfErrors {
    enum Level { LOW, HIGH }

    public static void main(String[] arguments) {
        try {
            System.out.println(Level.valueOf("MEDIUM"));
        } catch (IllegalArgumentException e) {
            System.out.println("unknown"); //= unknown
        }
        try {
            System.out.println(Level.valueOf(null));
        } catch (NullPointerException e) {
            System.out.println("null"); //= null
        }
        System.out.println(Level.valueOf("LOW")); //= LOW
    }
}
