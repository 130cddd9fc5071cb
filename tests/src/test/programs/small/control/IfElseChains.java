/** if, else if and else, nested and without braces' help. */
package small.control;

public final class IfElseChains {
    static int classify(int n) {
        if (n < 0) {
            return -1;
        } else if (n == 0) {
            return 0;
        } else if (n < 10) {
            if (n % 2 == 0) {
                return 2;
            }
        } else {
            return 100;
        }
        return 1;
    }

    public static void main(String[] arguments) {
        System.out.println(classify(-5) + " " + classify(0) + " " + classify(4) + " " + classify(5) + " " + classify(50)); //= -1 0 2 1 100
    }
}
