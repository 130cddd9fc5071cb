/** Bounds checks that may not be removed although they look like it. */
package small.bytecodes;

public final class CheckElimination {
    static int sum(int[] a, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    static int down(int[] a, int from) {
        int sum = 0;
        for (int i = from; i >= 0; i -= 2) {
            sum += a[i];
        }
        return sum;
    }

    static int wrapping(int[] a, int start) {
        int i = start;
        int steps = 0;
        while (i >= 0 && steps < 5) {
            steps++;
            i += 1 << 30;
        }
        return a[i];
    }

    static int twice(int[] a, int i) {
        int x = a[i];
        i += 1;
        return x + a[i] + a[i - 1];
    }

    public static void main(String[] arguments) {
        int[] a = {1, 2, 3, 4, 5};
        int[][] ranges = {{0, 5}, {2, 4}, {0, 6}, {-1, 3}, {5, 5}, {Integer.MIN_VALUE, 0}};
        for (int[] range : ranges) {
            try {
                System.out.println(sum(a, range[0], range[1]));
            } catch (ArrayIndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
        }
        for (int from = 3; from < 7; from++) {
            try {
                System.out.println(down(a, from));
            } catch (ArrayIndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
        }
        try {
            System.out.println(wrapping(a, 0));
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        for (int i = -1; i < 5; i++) {
            try {
                System.out.println(twice(a, i));
            } catch (ArrayIndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
