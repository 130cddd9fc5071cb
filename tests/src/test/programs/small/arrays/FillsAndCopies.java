/** Loops that fill and copy arrays of all kinds, short and long, within bounds and beyond. */
package small.arrays;

public final class FillsAndCopies {
    private static void fill(byte[] bytes, int from, int to, byte value) {
        for (int i = from; i < to; i++) {
            bytes[i] = value;
        }
    }

    private static void fill(boolean[] flags, boolean value) {
        for (int i = 0; i < flags.length; i++) {
            flags[i] = value;
        }
    }

    private static void fill(long[] longs, int from, int to, long value) {
        for (int i = from; i < to; i++) {
            longs[i] = value;
        }
    }

    private static void clear(int[] ints, int from) {
        for (int i = from; i < ints.length; i++) {
            ints[i] = 0;
        }
    }

    private static void ones(short[] shorts) {
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = -1;
        }
    }

    private static void clear(Object[] objects) {
        for (int i = 0; i < objects.length; i++) {
            objects[i] = null;
        }
    }

    private static void clear(double[] doubles) {
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = 0;
        }
    }

    private static void copy(char[] to, char[] from, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = from[i];
        }
    }

    private static void copy(long[] to, long[] from, int start) {
        for (int i = start; i < to.length; i++) {
            to[i] = from[i];
        }
    }

    private static long sum(byte[] bytes) {
        long sum = 0;
        for (byte b : bytes) {
            sum = sum * 31 + b;
        }
        return sum;
    }

    private static long sum(long[] longs) {
        long sum = 0;
        for (long l : longs) {
            sum = sum * 31 + l;
        }
        return sum;
    }

    private static String tried(byte[] bytes, int from, int to) {
        try {
            fill(bytes, from, to, (byte) 0x7e);
            return "" + sum(bytes);
        } catch (ArrayIndexOutOfBoundsException e) {
            return e.getMessage() + " " + sum(bytes);
        }
    }

    private static void run(int size) {
        byte[] bytes = new byte[size];
        fill(bytes, size / 3, size, (byte) -5);
        boolean[] flags = new boolean[size];
        fill(flags, true);
        long[] longs = new long[size];
        fill(longs, size / 2, size, 0x1234_5678_9abc_def0L + size);
        long[] copy = new long[size];
        copy(copy, longs, 1);
        copy(copy, copy, 0);
        int[] ints = new int[size];
        short[] shorts = new short[size];
        char[] chars = new char[size];
        double[] doubles = new double[size];
        Object[] objects = new Object[size];
        for (int i = 0; i < size; i++) {
            ints[i] = i;
            chars[i] = (char) (i * 3);
            doubles[i] = i;
            objects[i] = chars;
        }
        clear(ints, size / 4);
        ones(shorts);
        clear(doubles);
        clear(objects);
        char[] others = new char[size];
        copy(others, chars, size - 1);
        long all = 0;
        for (int i = 0; i < size; i++) {
            all = all * 7 + ints[i] + shorts[i] * 3L + others[i] * 5L + (long) doubles[i] + (objects[i] == null ? 0 : 11) + (flags[i] ? 1 : 0);
        }
        System.out.println(size + ": " + sum(bytes) + " " + sum(longs) + " " + sum(copy) + " " + all);
    }

    public static void main(String[] arguments) {
        for (int size : new int[] {1, 7, 31, 32, 33, 64, 128, 255, 256, 257, 1000}) {
            run(size);
        }
        System.out.println(tried(new byte[400], 0, 400));
        System.out.println(tried(new byte[400], 0, 401));
        System.out.println(tried(new byte[400], -1, 400));
        System.out.println(tried(new byte[400], 300, 900));
        System.out.println(tried(new byte[400], 500, 900));
        System.out.println(tried(new byte[400], Integer.MAX_VALUE, Integer.MIN_VALUE));
        System.out.println(tried(new byte[400], 1, Integer.MIN_VALUE));
        try {
            fill((byte[]) null, 0, 500, (byte) 1);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
    }
}
