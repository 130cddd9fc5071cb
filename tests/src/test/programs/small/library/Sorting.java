/** Sorting of all kinds of arrays, and of lists. */
package small.library;

import java.util.Arrays;
import java.util.Comparator;

public final class Sorting {
    public static void main(String[] arguments) {
        int[] ints = {5, 3, 9, -1, 7};
        Arrays.sort(ints);
        System.out.println(Arrays.toString(ints) + " " + Arrays.binarySearch(ints, 7)); //= [-1, 3, 5, 7, 9] 3
        String[] words = {"pear", "fig", "apple", "kiwi"};
        Arrays.sort(words, Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
        System.out.println(Arrays.toString(words)); //= [fig, pear, kiwi, apple]
        long[] longs = new long[5000];
        long seed = 1;
        for (int i = 0; i < longs.length; i++) {
            seed = seed * 6364136223846793005L + 1;
            longs[i] = seed;
        }
        Arrays.sort(longs);
        System.out.println(isSorted(longs)); //= true
        double[] doubles = {3.5, Double.NaN, -0.0, 0.0, -1};
        Arrays.sort(doubles);
        System.out.println(Arrays.toString(doubles)); //= [-1.0, -0.0, 0.0, 3.5, NaN]
        Integer[] boxes = new Integer[500];
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = i * 7919 % 503;
        }
        Arrays.sort(boxes, (a, b) -> b - a);
        System.out.println(boxes[0] + " " + boxes[499]); //= 502 0
        byte[] bytes = new byte[200];
        char[] chars = "sorting".toCharArray();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37);
        }
        Arrays.sort(bytes);
        Arrays.sort(chars, 1, 5);
        System.out.println(bytes[0] + " " + bytes[199] + " " + new String(chars)); //= -128 126 siortng
    }

    private static boolean isSorted(long[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i - 1] > values[i]) {
                return false;
            }
        }
        return true;
    }
}
