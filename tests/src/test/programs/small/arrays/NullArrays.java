/** Reading, writing and measuring null arrays throw. */
package small.arrays;

public final class NullArrays {
    static int[] none;
    static String[][] nested = new String[1][];

    public static void main(String[] arguments) {
        try {
            System.out.println(none.length);
        } catch (NullPointerException e) {
            System.out.println("length"); //= length
        }
        try {
            System.out.println(none[0]);
        } catch (NullPointerException e) {
            System.out.println("load"); //= load
        }
        try {
            none[0] = 1;
        } catch (NullPointerException e) {
            System.out.println("store"); //= store
        }
        try {
            System.out.println(nested[0][0]);
        } catch (NullPointerException e) {
            System.out.println("nested"); //= nested
        }
        try {
            for (int x : none) {
                System.out.println(x);
            }
        } catch (NullPointerException e) {
            System.out.println("loop"); //= loop
        }
    }
}
