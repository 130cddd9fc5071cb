/** Switch expressions with arrows, blocks and yield. */
package small.switches;

public final class SwitchExpression {
    enum Size { SMALL, MEDIUM, LARGE }

    static int cost(Size size, int count) {
        return switch (size) {
            case SMALL -> count;
            case MEDIUM -> 2 * count;
            case LARGE -> {
                int base = 10;
                yield base + 3 * count;
            }
        };
    }

    static String kind(char c) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u' -> "vowel";
            case ' ', '\t' -> "space";
            default -> c >= 'a' && c <= 'z' ? "consonant" : "other";
        };
    }

    public static void main(String[] arguments) {
        for (Size size : Size.values()) {
            System.out.println(size + " " + cost(size, 5));
            //= SMALL 5
            //= MEDIUM 10
            //= LARGE 25
        }
        System.out.println(kind('a') + " " + kind('b') + " " + kind(' ') + " " + kind('7')); //= vowel consonant space other
        String text = "two";
        System.out.println(switch (text) { //= 2
            case "one" -> 1;
            case "two" -> 2;
            default -> 0;
        });
    }
}
