/** Increment and decrement, before and after, and by larger constants (iinc). */
package small.arithmetic;

public final class IntIncrement {
    public static void main(String[] arguments) {
        int i = 5;
        System.out.println(i++); //= 5
        System.out.println(i); //= 6
        System.out.println(++i); //= 7
        System.out.println(i--); //= 7
        System.out.println(--i); //= 5
        i += 127;
        System.out.println(i); //= 132
        i += 32767;
        System.out.println(i); //= 32899
        i -= 100000;
        System.out.println(i); //= -67101
    }
}
