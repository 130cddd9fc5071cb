/** Comparable and Comparator of our own classes. */
package small.jdk;

public final class Comparators {
    record Item(String name, int weight) implements Comparable<Item> {
        public int compareTo(Item other) {
            return Integer.compare(weight, other.weight);
        }
    }

    static final class ByName implements java.util.Comparator<Item> {
        public int compare(Item a, Item b) {
            return a.name().compareTo(b.name());
        }
    }

    static <T> void sort(T[] items, java.util.Comparator<? super T> order) {
        for (int i = 1; i < items.length; i++) {
            for (int j = i; j > 0 && order.compare(items[j - 1], items[j]) > 0; j--) {
                T t = items[j];
                items[j] = items[j - 1];
                items[j - 1] = t;
            }
        }
    }

    public static void main(String[] arguments) {
        Item[] items = {new Item("pear", 3), new Item("fig", 1), new Item("apple", 2)};
        sort(items, new ByName());
        System.out.println(items[0] + " " + items[1] + " " + items[2]);
        //= Item[name=apple, weight=2] Item[name=fig, weight=1] Item[name=pear, weight=3]
        System.out.println(items[0].compareTo(items[1]) + " " + items[1].compareTo(items[2])); //= 1 -1
    }
}
