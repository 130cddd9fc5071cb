/** Recursive, mutually recursive and deeply recursive methods. */
package small.control;

public final class Recursion {
    static int ackermann(int m, int n) {
        return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    public static void main(String[] arguments) {
        System.out.println(ackermann(2, 3)); //= 9
        System.out.println(even(10) + " " + odd(7) + " " + even(3)); //= true true false
        System.out.println(depth(5000)); //= 5000
    }
}
