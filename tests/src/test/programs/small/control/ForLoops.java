/** for loops with several variables, empty parts and downward counts. */
package small.control;

public final class ForLoops {
    static int sum(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += i;
        }
        return sum;
    }

    public static void main(String[] arguments) {
        System.out.println(sum(0, 10) + " " + sum(5, 5) + " " + sum(-3, 4)); //= 45 0 0
        for (int i = 0, j = 10; i < j; i += 3, j--) {
            System.out.println(i + " " + j);
            //= 0 10
            //= 3 9
            //= 6 8
        }
        int n = 3;
        for (;;) {
            if (--n < 0) {
                break;
            }
            System.out.println(n);
            //= 2
            //= 1
            //= 0
        }
    }
}
