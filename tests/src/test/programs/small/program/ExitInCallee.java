/** An exit status is cut to eight bits, and output so far is kept. */
package small.program;

//! exit 255
public final class ExitInCallee {
    static int deep(int n) {
        if (n == 0) {
            System.out.print("last");
            System.out.println();
            System.exit(-1);
        }
        return deep(n - 1) + 1;
    }

    public static void main(String[] arguments) {
        System.out.println("first");
        System.out.println(deep(10));
    }
}
