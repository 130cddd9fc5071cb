/** Branches that never happen and loops that never end by themselves. */
package small.control;

public final class UnreachableCode {
    static final boolean DEBUG = false;

    static int find(int[] values, int wanted) {
        int i = 0;
        while (true) {
            if (values[i] == wanted) {
                return i;
            }
            i++;
        }
    }

    public static void main(String[] arguments) {
        if (DEBUG) {
            System.out.println("not printed");
        }
        System.out.println(find(new int[] {4, 8, 15, 16, 23, 42}, 16)); //= 3
        while (!DEBUG) {
            System.out.println("once"); //= once
            break;
        }
    }
}
