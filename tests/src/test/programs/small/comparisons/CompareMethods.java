/** The compare methods of the number classes. */
package small.comparisons;

public final class CompareMethods {
    public static void main(String[] arguments) {
        System.out.println(Integer.compare(1, 2) + " " + Integer.compare(2, 2) + " " + Integer.compare(3, 2)); //= -1 0 1
        System.out.println(Long.compare(Long.MIN_VALUE, Long.MAX_VALUE) + " " + Long.compare(5, 5)); //= -1 0
        System.out.println(Character.compare('a', 'c') + " " + Byte.compare((byte) 5, (byte) -5) + " " + Short.compare((short) 1, (short) 2));
        //= -2 10 -1
        System.out.println(Boolean.compare(true, false) + " " + Integer.valueOf(5).compareTo(6)); //= 1 -1
    }
}
