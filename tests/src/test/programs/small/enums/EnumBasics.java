/** name, ordinal, toString, compareTo, values and valueOf. */
package small.enums;

public final class EnumBasics {
    enum Color { RED, GREEN, BLUE }

    public static void main(String[] arguments) {
        for (Color c : Color.values()) {
            System.out.println(c + " " + c.name() + " " + c.ordinal());
            //= RED RED 0
            //= GREEN GREEN 1
            //= BLUE BLUE 2
        }
        System.out.println(Color.RED.compareTo(Color.BLUE)); //= -2
        System.out.println(Color.valueOf("GREEN").ordinal()); //= 1
        System.out.println(Color.RED.equals(Color.RED) + " " + (Color.valueOf("BLUE") == Color.BLUE)); //= true true
        System.out.println(Color.values().length); //= 3
        System.out.println(Color.GREEN.getDeclaringClass() == Color.class); //= true
    }
}
