/** while and do-while, also with no iteration. */
package small.control;

public final class WhileLoops {
    static int gcd(int a, int b) {
        while (b != 0) {
            int t = a % b;
            a = b;
            b = t;
        }
        return a;
    }

    static int digits(long n) {
        int count = 0;
        do {
            n /= 10;
            count++;
        } while (n != 0);
        return count;
    }

    public static void main(String[] arguments) {
        System.out.println(gcd(1071, 462) + " " + gcd(5, 0) + " " + gcd(17, 13)); //= 21 5 1
        System.out.println(digits(0) + " " + digits(9) + " " + digits(12345678901234L)); //= 1 1 14
    }
}
