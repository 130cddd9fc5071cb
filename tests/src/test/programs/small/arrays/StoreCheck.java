/** Arrays are covariant, and stores are checked. */
package small.arrays;

public final class StoreCheck {
    static void store(Object[] array, Object value) {
        try {
            array[0] = value;
            System.out.println("stored");
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage());
        }
    }

    public static void main(String[] arguments) {
        store(new Object[1], "text");
        store(new String[1], "text");
        store(new String[1], 5);
        store(new String[1], null);
        store(new Comparable[1], 5);
        store(new Number[1], 5);
        store(new Integer[1], 5L);
        store(new Object[1][], new String[0]);
        store(new String[1][], new Object[0]);
    }
}
