/** Cases without break run on into the next. */
package small.switches;

public final class FallThrough {
    static int weight(int n) {
        int weight = 0;
        switch (n) {
            case 3:
                weight += 100;
            case 2:
                weight += 10;
            case 1:
                weight += 1;
                break;
            default:
                weight = -1;
            case 0:
                weight -= 5;
        }
        return weight;
    }

    public static void main(String[] arguments) {
        System.out.println(weight(3) + " " + weight(2) + " " + weight(1) + " " + weight(0) + " " + weight(9)); //= 111 11 1 -5 -6
    }
}
