/** System.arraycopy and clone, also within one array. */
package small.arrays;

public final class ArrayCopies {
    static String text(int[] values) {
        StringBuilder text = new StringBuilder();
        for (int value : values) {
            text.append(value).append(' ');
        }
        return text.append('.').toString();
    }

    public static void main(String[] arguments) {
        int[] values = {1, 2, 3, 4, 5, 6};
        int[] copy = values.clone();
        System.arraycopy(values, 0, values, 2, 4);
        System.out.println(text(values)); //= 1 2 1 2 3 4 .
        System.arraycopy(copy, 2, copy, 0, 4);
        System.out.println(text(copy)); //= 3 4 5 6 5 6 .
        Object[] objects = {"a", "b", "c"};
        String[] strings = new String[3];
        System.arraycopy(objects, 1, strings, 0, 2);
        System.out.println(strings[0] + strings[1] + strings[2]); //= bcnull
        int[][] nested = {{1}, {2}};
        int[][] shallow = nested.clone();
        shallow[0][0] = 9;
        System.out.println(nested[0][0]); //= 9
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        System.arraycopy(bytes, 0, bytes, 1, 8);
        System.out.println(bytes[0] + " " + bytes[1] + " " + bytes[8]); //= 1 1 8
        System.arraycopy(bytes, 0, bytes, 0, 0);
        try {
            System.arraycopy(values, 4, copy, 0, 3);
        } catch (IndexOutOfBoundsException e) {
            System.out.println("out of bounds"); //= out of bounds
        }
    }
}
