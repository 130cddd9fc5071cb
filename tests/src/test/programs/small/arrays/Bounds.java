/** An index outside of an array throws, with a message. */
package small.arrays;

public final class Bounds {
    static int get(int[] values, int index) {
        return values[index];
    }

    static void set(long[] values, int index) {
        values[index] = 1;
    }

    public static void main(String[] arguments) {
        int[] three = {10, 20, 30};
        System.out.println(get(three, 2));
        int[] bad = {3, 5, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
        for (int index : bad) {
            try {
                System.out.println(get(three, index));
            } catch (ArrayIndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
            try {
                set(new long[2], index);
            } catch (IndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
