/** A long counts a loop past 32 bits. */
package small.control;

public final class LongLoopCounter {
    public static void main(String[] arguments) {
        int iterations = 0;
        for (long i = 0x7fffffff0L; i < 0x800000010L; i += 4) {
            iterations++;
        }
        System.out.println(iterations); //= 8
        long bits = 0;
        for (long bit = 1; bit != 0; bit <<= 1) {
            bits++;
        }
        System.out.println(bits); //= 64
    }
}
