/** break leaves the switch and continue goes on with the loop. */
package small.switches;

public final class SwitchInLoop {
    public static void main(String[] arguments) {
        int total = 0;
        loop:
        for (int i = 0; i < 20; i++) {
            switch (i % 5) {
                case 0:
                    continue;
                case 1:
                    total += 1;
                    break;
                case 4:
                    if (i > 10) {
                        break loop;
                    }
                    break;
                default:
                    total += 100;
            }
            total += 1000;
        }
        System.out.println(total); //= 11603
    }
}
