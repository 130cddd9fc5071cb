/** Division and remainder by constants, powers of two among them. */
package small.arithmetic;

public final class IntDivideConstants {
    static int[] inputs = {0, 1, -1, 7, -7, 8, -8, 1000, -1000, Integer.MIN_VALUE, Integer.MAX_VALUE};

    public static void main(String[] arguments) {
        for (int x : inputs) {
            System.out.println(x + ": " + x / 1 + " " + x / 2 + " " + x / 8 + " " + x / 10 + " " + x / -3 + " " + x / -1 + " " + x / 1024);
            System.out.println(x + ": " + x % 1 + " " + x % 2 + " " + x % 8 + " " + x % 10 + " " + x % -3 + " " + x % -1 + " " + x % 1024);
        }
    }
}
