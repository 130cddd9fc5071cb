/** And, or, exclusive or and complement of ints. */
package small.arithmetic;

public final class IntBits {
    static void bits(int a, int b) {
        System.out.println((a & b) + " " + (a | b) + " " + (a ^ b) + " " + ~a);
        //= 8 14 6 -13
        //= 252645135 -1 -252645136 0
        //= 0 -1 -1 2147483647
        //= 0 0 0 -1
    }

    public static void main(String[] arguments) {
        bits(0b1100, 0b1010);
        bits(-1, 0x0f0f0f0f);
        bits(Integer.MIN_VALUE, Integer.MAX_VALUE);
        bits(0, 0);
    }
}
