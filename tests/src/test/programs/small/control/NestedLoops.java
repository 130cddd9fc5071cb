/** Loops in loops, the inner depending on the outer. */
package small.control;

public final class NestedLoops {
    public static void main(String[] arguments) {
        for (int i = 1; i <= 4; i++) {
            StringBuilder line = new StringBuilder();
            for (int j = 1; j <= i; j++) {
                line.append(i * j).append(' ');
            }
            System.out.println(line.append('.'));
            //= 1 .
            //= 2 4 .
            //= 3 6 9 .
            //= 4 8 12 16 .
        }
    }
}
