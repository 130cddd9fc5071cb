/** A switch over neighbouring ints (tableswitch). */
package small.switches;

public final class DenseSwitch {
    static String name(int day) {
        switch (day) {
            case 1:
                return "Monday";
            case 2:
                return "Tuesday";
            case 3:
                return "Wednesday";
            case 4:
                return "Thursday";
            case 5:
                return "Friday";
            case 6:
            case 7:
                return "weekend";
            default:
                return "no day";
        }
    }

    public static void main(String[] arguments) {
        for (int day = -1; day < 10; day++) {
            System.out.println(name(day));
            //= no day
            //= no day
            //= Monday
            //= Tuesday
            //= Wednesday
            //= Thursday
            //= Friday
            //= weekend
            //= weekend
            //= no day
            //= no day
        }
        System.out.println(name(Integer.MIN_VALUE) + " " + name(Integer.MAX_VALUE)); //= no day no day
    }
}
