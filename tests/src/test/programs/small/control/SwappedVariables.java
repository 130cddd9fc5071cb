/** Loop variables that swap in each iteration (parallel moves, also in cycles). */
package small.control;

public final class SwappedVariables {
    static long fibonacci(int n) {
        long a = 0;
        long b = 1;
        for (int i = 0; i < n; i++) {
            long t = a;
            a = b;
            b = t + b;
        }
        return a;
    }

    static int rotate(int rounds) {
        int a = 1;
        int b = 2;
        int c = 3;
        int d = 4;
        for (int i = 0; i < rounds; i++) {
            int t = a;
            a = b;
            b = c;
            c = d;
            d = t;
        }
        return a * 1000 + b * 100 + c * 10 + d;
    }

    public static void main(String[] arguments) {
        System.out.println(fibonacci(0) + " " + fibonacci(1) + " " + fibonacci(50) + " " + fibonacci(90));
        //= 0 1 12586269025 2880067194370816120
        System.out.println(rotate(0) + " " + rotate(1) + " " + rotate(2) + " " + rotate(3) + " " + rotate(4)); //= 1234 2341 3412 4123 1234
    }
}
