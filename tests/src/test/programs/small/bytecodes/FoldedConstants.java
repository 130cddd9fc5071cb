/** Expressions that a compiler computes itself, at the edges of their types. */
package small.bytecodes;

public final class FoldedConstants {
    static int min() {
        return Integer.MIN_VALUE;
    }

    static int minusOne() {
        return -1;
    }

    static long longMin() {
        return Long.MIN_VALUE;
    }

    static int zero() {
        return 0;
    }

    public static void main(String[] arguments) {
        System.out.println(min() / minusOne()); //= -2147483648
        System.out.println(min() % minusOne()); //= 0
        System.out.println(longMin() / minusOne()); //= -9223372036854775808
        System.out.println(longMin() % minusOne()); //= 0
        System.out.println(-min()); //= -2147483648
        System.out.println(Math.abs(min())); //= -2147483648
        System.out.println(min() - 1); //= 2147483647
        System.out.println(min() >> 31); //= -1
        System.out.println(min() >>> 31); //= 1
        System.out.println(1 << (33 + zero())); //= 2
        System.out.println(1L << (65 + zero())); //= 2
        System.out.println((byte) (200 + zero())); //= -56
        System.out.println((char) (65601 + zero())); //= A
        System.out.println((int) (longMin() + 5)); //= 5
        System.out.println(min() == -min()); //= true
        System.out.println((long) min() * min()); //= 4611686018427387904
        System.out.println((min() ^ minusOne()) == Integer.MAX_VALUE); //= true
        try {
            System.out.println(minusOne() / zero());
        } catch (ArithmeticException e) {
            System.out.println("zero"); //= zero
        }
        try {
            System.out.println(zero() % zero() == zero());
        } catch (ArithmeticException e) {
            System.out.println("zero"); //= zero
        }
    }
}
