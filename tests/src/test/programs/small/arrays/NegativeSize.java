/** An array cannot have a negative length. */
package small.arrays;

public final class NegativeSize {
    static int[] create(int length) {
        return new int[length];
    }

    public static void main(String[] arguments) {
        try {
            create(-1);
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage()); //= -1
        }
        try {
            Object nested = new String[2][create(3).length - 5];
            System.out.println(nested != null);
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage()); //= -2
        }
        System.out.println(create(0).length); //= 0
    }
}
