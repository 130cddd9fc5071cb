/** break and continue in all kinds of loops. */
package small.control;

public final class BreakContinue {
    public static void main(String[] arguments) {
        int i = 0;
        while (true) {
            i++;
            if (i % 2 == 0) {
                continue;
            }
            if (i > 7) {
                break;
            }
            System.out.println(i);
            //= 1
            //= 3
            //= 5
            //= 7
        }
        do {
            i--;
            if (i == 5) {
                continue;
            }
            if (i == 3) {
                break;
            }
        } while (i > 0);
        System.out.println(i); //= 3
    }
}
