/** Casts to byte, short and char keep the low bits. */
package small.conversions;

public final class IntToNarrow {
    static int[] inputs = {0, 127, 128, -129, 255, 32768, 65535, 65536, 0x12345678, -1};

    public static void main(String[] arguments) {
        for (int x : inputs) {
            System.out.println(x + ": " + (byte) x + " " + (short) x + " " + (int) (char) x);
            //= 0: 0 0 0
            //= 127: 127 127 127
            //= 128: -128 128 128
            //= -129: 127 -129 65407
            //= 255: -1 255 255
            //= 32768: 0 -32768 32768
            //= 65535: -1 -1 65535
            //= 65536: 0 0 0
            //= 305419896: 120 22136 22136
            //= -1: -1 -1 65535
        }
    }
}
