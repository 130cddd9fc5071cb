/** An exception crosses frames that have no handler. */
package small.exceptions;

public final class FromCallee {
    static int level3(int[] data, int i) {
        return data[i] / (i - 2);
    }

    static int level2(int[] data, int i) {
        int x = level3(data, i);
        return x + 1;
    }

    static int level1(int[] data, int i) {
        int before = i * 10;
        try {
            return level2(data, i) + before;
        } catch (ArrayIndexOutOfBoundsException e) {
            return before + 1000;
        }
    }

    public static void main(String[] arguments) {
        int[] data = {10, 20, 30, 40};
        for (int i = -1; i < 5; i++) {
            try {
                System.out.println(level1(data, i));
            } catch (ArithmeticException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
