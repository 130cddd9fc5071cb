/** Copies of a few elements: all kinds, overlapping ones, and everything that must be refused. */
package small.arrays;

public final class CopiesOfConstantLength {
    private static long[] longs = new long[12];
    private static int[] ints = new int[12];
    private static short[] shorts = new short[12];
    private static byte[] bytes = new byte[12];
    private static byte[] none;

    private static void fill() {
        for (int i = 0; i < 12; i++) {
            longs[i] = i * 0x1_0000_0001L;
            ints[i] = i * 0x10001;
            shorts[i] = (short) (i * 0x101);
            bytes[i] = (byte) (i * 5);
        }
    }

    private static long sum() {
        long sum = 0;
        for (int i = 0; i < 12; i++) {
            sum = sum * 31 + longs[i] + ints[i] * 3L + shorts[i] * 5L + bytes[i] * 7L;
        }
        return sum;
    }

    private static void copy(int from, int to) {
        System.arraycopy(longs, from, longs, to, 5);
        System.arraycopy(ints, from, ints, to, 7);
        System.arraycopy(shorts, from, shorts, to, 3);
        System.arraycopy(bytes, from, bytes, to, 7);
    }

    private static String refused(byte[] array, int from, int to) {
        try {
            System.arraycopy(array, from, bytes, to, 4);
            return "copied";
        } catch (IndexOutOfBoundsException e) {
            return "refused";
        } catch (NullPointerException e) {
            return "null";
        }
    }

    private static void copyOut(int from, int to) {
        System.arraycopy(bytes, from, bytes, to, 4);
    }

    public static void main(String[] arguments) {
        for (int from = 0; from <= 5; from++) {
            for (int to = 0; to <= 5; to++) {
                fill();
                copy(from, to);
                System.out.print(sum() % 1000 + " ");
            }
        }
        System.out.println();
        for (int index = -1; index < 12; index += 4) {
            try {
                copyOut(index, 11 - index);
                System.out.print("copied ");
            } catch (IndexOutOfBoundsException e) {
                System.out.print("refused ");
            }
        }
        System.out.println(refused(none, 0, 0));
        System.out.println(refused(bytes, Integer.MAX_VALUE, 0));
        System.out.println(refused(bytes, 8, Integer.MIN_VALUE));
        System.out.println(refused(new byte[3], 0, 0));
        System.out.println(refused(bytes, 8, 8));
    }
}
