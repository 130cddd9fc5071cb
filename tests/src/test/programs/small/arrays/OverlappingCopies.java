/** Copies within an array, of all lengths and distances: nothing is stored over before it was read. */
package small.arrays;

public final class OverlappingCopies {
    private static final int SIZE = 160;

    private static long ofBytes(int from, int to, int length) {
        byte[] bytes = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            bytes[i] = (byte) (i * 37);
        }
        System.arraycopy(bytes, from, bytes, to, length);
        long sum = 0;
        for (byte b : bytes) {
            sum = sum * 31 + b;
        }
        return sum;
    }

    private static long ofChars(int from, int to, int length) {
        char[] chars = new char[SIZE];
        char[] others = new char[SIZE];
        for (int i = 0; i < SIZE; i++) {
            chars[i] = (char) (i * 3701);
        }
        System.arraycopy(chars, from, chars, to, length);
        System.arraycopy(chars, to, others, from, length);
        long sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum = sum * 31 + chars[i] + 7 * others[i];
        }
        return sum;
    }

    public static void main(String[] arguments) {
        for (int length = 0; length <= 130; length += length < 34 ? 1 : 8) {
            long sum = 0;
            for (int from = 0; from < 18; from++) {
                for (int to = 0; to < 18; to++) {
                    sum = sum * 31 + ofBytes(from, to, length) + 5 * ofChars(from, to, length);
                }
            }
            System.out.println(length + " " + sum);
        }
    }
}
