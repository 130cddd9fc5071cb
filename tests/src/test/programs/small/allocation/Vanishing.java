/** Objects that nobody else sees: merged, nested, in loops, thrown and caught, compared, with narrow fields. */
package small.allocation;

import java.util.ArrayList;
import java.util.List;

public final class Vanishing {
    private record Pair(int left, long right) {
        Pair swapped() {
            return new Pair((int) right, left);
        }
    }

    private static final class Narrow {
        private byte small;
        private char letter;
        private boolean flag;
        private double real;
        private Pair pair;
    }

    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final int code;

        Failure(int code) {
            super("failed with " + code);
            this.code = code;
        }
    }

    private static int merged(int a) {
        Pair pair = a > 3 ? new Pair(a, 1) : new Pair(2, a);
        return pair.left() * 10 + (int) pair.right();
    }

    private static long inLoop(int n) {
        Pair pair = new Pair(1, 2);
        for (int i = 0; i < n; i++) {
            pair = (i & 1) == 0 ? pair.swapped() : new Pair(pair.left() + i, pair.right() * 3);
        }
        return pair.left() * 1000L + pair.right();
    }

    /** The older object is still used when the newer one has its name. */
    private static long twoNames(int n) {
        Narrow first = new Narrow();
        Narrow last = first;
        for (int i = 0; i < n; i++) {
            last.small += 1;
            last = new Narrow();
            last.small = (byte) (first.small + 100);
        }
        return first.small * 1000L + last.small;
    }

    private static String narrow(int value) {
        Narrow narrow = new Narrow();
        String before = narrow.small + " " + (int) narrow.letter + " " + narrow.flag + " " + narrow.real + " " + narrow.pair;
        narrow.small = (byte) value;
        narrow.letter = (char) value;
        narrow.flag = value > 0;
        narrow.real = value / 2.0;
        narrow.pair = new Pair(value, narrow.small);
        return before + " / " + narrow.small + " " + (int) narrow.letter + " " + narrow.flag + " " + narrow.real + " " + narrow.pair.right();
    }

    private static int check(int value) throws Failure {
        if (value % 3 == 0) {
            throw new Failure(value);
        }
        return value;
    }

    private static int caught(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            try {
                sum += check(i) + check(i + 1);
            } catch (Failure failure) {
                sum -= failure.code;
            } finally {
                sum ^= 5;
            }
        }
        return sum;
    }

    private static String seen(int value) {
        try {
            return "no " + check(value);
        } catch (Failure failure) {
            return failure.getMessage() + " " + (failure.getCause() == null);
        }
    }

    private static boolean same(int value) {
        Object a = new Pair(value, value);
        Object b = value > 5 ? a : new Pair(value, value);
        return a == b;
    }

    private static int array(int value) {
        int[] small = {value, value + 1, value + 2};
        small[1] *= small[2];
        int sum = small.length;
        for (int each : small) {
            sum = sum * 31 + each;
        }
        return sum;
    }

    private static int outside(int index) {
        try {
            int[] two = new int[2];
            two[index] = 7;
            return two[0] + two[1];
        } catch (ArrayIndexOutOfBoundsException e) {
            return -1;
        }
    }

    private static int iterated(int n) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(i * i);
        }
        int sum = 0;
        for (int each : list) {
            sum += each;
        }
        return sum;
    }

    public static void main(String[] arguments) {
        for (int i = 0; i < 9; i++) {
            System.out.println(merged(i) + " " + inLoop(i) + " " + twoNames(i) + " " + caught(i) + " " + same(i) + " " + array(i) + " " + iterated(i));
            System.out.println(seen(i));
            System.out.println(outside(i - 3));
        }
        System.out.println(narrow(70_000));
        System.out.println(narrow(-200));
    }
}
