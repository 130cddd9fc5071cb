/** A switch on strings, two of which have equal hash codes. */
package small.switches;

public final class StringSwitch {
    static int number(String text) {
        switch (text) {
            case "one":
                return 1;
            case "two":
                return 2;
            case "Aa":
                return 3;
            case "BB":
                return 4;
            case "":
                return 5;
            default:
                return -1;
        }
    }

    public static void main(String[] arguments) {
        System.out.println(number("one") + " " + number("two") + " " + number("Aa") + " " + number("BB") + " " + number("") + " " + number("C#") + " " + number("three"));
        //= 1 2 3 4 5 -1 -1
        System.out.println(number(new StringBuilder("o").append("ne").toString())); //= 1
        try {
            number(null);
        } catch (NullPointerException e) {
            System.out.println("null"); //= null
        }
    }
}
