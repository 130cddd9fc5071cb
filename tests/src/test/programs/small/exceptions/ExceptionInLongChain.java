/** An exception crosses recursive frames with finally blocks in each. */
package small.exceptions;

public final class ExceptionInLongChain {
    static int unwound;

    static int down(int n) {
        try {
            if (n == 0) {
                throw new IllegalStateException("bottom");
            }
            return down(n - 1) + 1;
        } finally {
            unwound += n;
        }
    }

    public static void main(String[] arguments) {
        try {
            System.out.println(down(200));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + unwound); //= bottom 20100
        }
    }
}
