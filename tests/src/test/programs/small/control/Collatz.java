/** A loop whose length depends on its data. */
package small.control;

public final class Collatz {
    static int steps(long n) {
        int steps = 0;
        for (; n != 1; steps++) {
            n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
        }
        return steps;
    }

    public static void main(String[] arguments) {
        System.out.println(steps(1) + " " + steps(7) + " " + steps(27) + " " + steps(837799)); //= 0 16 111 524
    }
}
