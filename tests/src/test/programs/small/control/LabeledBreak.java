/** break and continue with labels leave and go on with outer loops. */
package small.control;

public final class LabeledBreak {
    static int firstProduct(int wanted) {
        int found = -1;
        outer:
        for (int i = 1; i < 20; i++) {
            for (int j = 1; j < 20; j++) {
                if (i * j == wanted) {
                    found = i * 100 + j;
                    break outer;
                }
            }
        }
        return found;
    }

    static int primes(int limit) {
        int count = 0;
        next:
        for (int n = 2; n < limit; n++) {
            for (int d = 2; d * d <= n; d++) {
                if (n % d == 0) {
                    continue next;
                }
            }
            count++;
        }
        return count;
    }

    public static void main(String[] arguments) {
        System.out.println(firstProduct(91) + " " + firstProduct(6) + " " + firstProduct(997)); //= 713 106 -1
        System.out.println(primes(100)); //= 25
        block:
        {
            if (primes(10) == 4) {
                break block;
            }
            System.out.println("not reached");
        }
        System.out.println("after the block"); //= after the block
    }
}
