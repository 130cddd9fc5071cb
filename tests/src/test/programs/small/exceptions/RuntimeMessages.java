/** The messages of what the checks throw. */
package small.exceptions;

public final class RuntimeMessages {
    static int zero;
    static int[] three = {1, 2, 3};

    static void run(int kind) {
        switch (kind) {
            case 0 -> System.out.println(5 / zero);
            case 1 -> System.out.println(5L % zero);
            case 2 -> System.out.println(three[5 + zero]);
            case 3 -> System.out.println(three[zero - 1]);
            case 4 -> System.out.println(new int[zero - 2].length);
            case 5 -> System.out.println("abc".charAt(7 + zero));
            case 6 -> System.out.println("abc".substring(2, 1 + zero));
            default -> throw new UnsupportedOperationException("kind " + kind);
        }
    }

    public static void main(String[] arguments) {
        for (int kind = 0; kind < 8; kind++) {
            try {
                run(kind);
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getName() + ": " + e.getMessage());
                //= java.lang.ArithmeticException: / by zero
                //= java.lang.ArithmeticException: / by zero
                //= java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds for length 3
                //= java.lang.ArrayIndexOutOfBoundsException: Index -1 out of bounds for length 3
                //= java.lang.NegativeArraySizeException: -2
                //= java.lang.StringIndexOutOfBoundsException: String index out of range: 7
                //= java.lang.StringIndexOutOfBoundsException: begin 2, end 1, length 3
                //= java.lang.UnsupportedOperationException: kind 7
            }
        }
    }
}
