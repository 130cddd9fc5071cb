/** Type parameters with bounds. */
package small.generics;

public final class BoundedTypes {
    static <T extends Comparable<T>> T max(T a, T b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static <T extends Comparable<T>> void sort(T[] items) {
        for (int i = 1; i < items.length; i++) {
            T item = items[i];
            int j = i;
            for (; j > 0 && items[j - 1].compareTo(item) > 0; j--) {
                items[j] = items[j - 1];
            }
            items[j] = item;
        }
    }

    static long total(Iterable<? extends Number> numbers) {
        long total = 0;
        for (Number n : numbers) {
            total += n.longValue();
        }
        return total;
    }

    public static void main(String[] arguments) {
        System.out.println(max(3, 7) + " " + max("pear", "apple")); //= 7 pear
        Integer[] numbers = {5, -1, 300, 2};
        sort(numbers);
        System.out.println(numbers[0] + " " + numbers[1] + " " + numbers[2] + " " + numbers[3]); //= -1 2 5 300
        String[] words = {"d", "a", "c", "b"};
        sort(words);
        System.out.println(words[0] + words[1] + words[2] + words[3]); //= abcd
    }
}
