/** Operators bind as the language says, and operands are evaluated from left to right. */
package small.arithmetic;

public final class Precedence {
    static int step;

    static int next(int value) {
        step = step * 10 + value;
        return value;
    }

    public static void main(String[] arguments) {
        System.out.println(next(1) + next(2) * next(3) - (next(4) + next(5))); //= -2
        System.out.println(step); //= 12345
        int i = 1;
        i = i++ + ++i;
        System.out.println(i); //= 4
        System.out.println(1 + 2 + "3" + 4 + 5); //= 3345
        System.out.println(7 & 3 + 1 << 2 | 1); //= 1
    }
}
