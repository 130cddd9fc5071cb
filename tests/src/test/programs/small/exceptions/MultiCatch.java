/** One handler for several types. */
package small.exceptions;

public final class MultiCatch {
    static String run(Object[] values, int i) {
        try {
            return "ok " + ((String) values[i]).length();
        } catch (ClassCastException | NullPointerException e) {
            return e instanceof NullPointerException ? "null" : "cast";
        } catch (IndexOutOfBoundsException e) {
            return "index";
        }
    }

    public static void main(String[] arguments) {
        Object[] values = {"abc", 5, null};
        for (int i = 0; i < 4; i++) {
            System.out.println(run(values, i));
            //= ok 3
            //= cast
            //= null
            //= index
        }
    }
}
