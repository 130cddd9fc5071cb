/** An exception leaves a constructor and a field initializer. */
package small.exceptions;

public final class ConstructorThrows {
    static int made;

    static final class Positive {
        final int value;

        Positive(int value) {
            if (value <= 0) {
                throw new IllegalArgumentException("not positive: " + value);
            }
            this.value = value;
            made++;
        }
    }

    public static void main(String[] arguments) {
        int[] inputs = {5, 0, 7, -3};
        for (int x : inputs) {
            try {
                System.out.println(new Positive(x).value);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        System.out.println(made);
    }
}
