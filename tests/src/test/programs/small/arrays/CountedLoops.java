package small.arrays;

/** Loops whose indices pass the bounds, or do not, at the first, a middle and the last iteration. */
public final class CountedLoops {
    private static int steps;

    private CountedLoops() {
    }

    private static int sum(int[] values, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum = sum * 3 + values[i];
            steps++;
        }
        return sum;
    }

    private static int neighbours(int[] left, int[] right, int to) {
        int sum = 0;
        for (int i = 1; i < to; i++) {
            sum += left[i - 1] * right[i + 1];
            steps += sum;
        }
        return sum;
    }

    private static int strides(byte[] values, int to, int step) {
        int sum = 0;
        if (step == 2) {
            for (int i = 0; i < to; i += 2) {
                sum += values[i];
            }
        } else {
            for (int i = 0; to > i; i += 1000) {
                sum += values[i];
            }
        }
        return sum;
    }

    private static int search(long[] values, long wanted, int to) {
        int found = -1;
        for (int i = 0; i < to; i++) {
            if (values[i] == wanted) {
                found = i;
                break;
            }
            if (values[i] < 0) {
                continue;
            }
            steps += 2;
        }
        return found * 10 + steps;
    }

    private static int product(int[][] left, int[][] right, int row, int column, int size) {
        int sum = 0;
        for (int k = 0; k < size; k++) {
            sum += left[row][k] * right[k][column];
        }
        return sum;
    }

    private static void shift(int[] values, int to) {
        for (int i = 0; i < to; i++) {
            values[i] = values[i + 1] + i;
        }
    }

    private static int caughtInside(int[] values, int to) {
        int caught = 0;
        for (int i = 0; i < to; i++) {
            try {
                caught += values[i];
            } catch (ArrayIndexOutOfBoundsException e) {
                caught += 1000;
            }
        }
        return caught;
    }

    private interface Action {
        int run();
    }

    private static void print(String name, Action action) {
        steps = 0;
        String result;
        try {
            result = Integer.toString(action.run());
        } catch (RuntimeException e) {
            result = e instanceof NullPointerException ? "null" : e.getMessage();
        }
        System.out.println(name + " " + result + " " + steps);
    }

    public static void main(String[] arguments) {
        int[] few = {5, 4, 3, 2, 1};
        int[] one = {7};
        for (int to : new int[] {Integer.MIN_VALUE, -1, 0, 1, 4, 5, 6, 7, Integer.MAX_VALUE}) {
            print("sum " + to, () -> sum(few, 0, to));
            print("from -1 " + to, () -> sum(few, -1, to));
            print("from 3 " + to, () -> sum(few, 3, to));
            print("from 9 " + to, () -> sum(few, 9, to));
            print("null " + to, () -> sum(null, 0, to));
            print("neighbours " + to, () -> neighbours(few, few, to));
            print("two lengths " + to, () -> neighbours(few, one, to));
            print("other two " + to, () -> neighbours(one, few, to));
            print("by 2 " + to, () -> strides(new byte[] {1, 2, 3, 4, 5}, to, 2));
            print("by 1000 " + to, () -> strides(new byte[2001], to, 1000));
            print("search " + to, () -> search(new long[] {1, -2, 3}, 3, to));
            print("not found " + to, () -> search(new long[] {1, -2, 3}, 4, to));
            print("shift " + to, () -> {
                int[] values = few.clone();
                try {
                    shift(values, to);
                } finally {
                    steps = values[0] * 1000 + values[3] * 10 + values[4];
                }
                return values.length;
            });
            print("inside " + to, () -> caughtInside(few, Math.min(to, 9)));
            print("product " + to, () -> product(new int[][] {few, one}, new int[][] {{1, 2}, {3, 4}, {5}, null}, 0, 1, to));
            print("product 1 " + to, () -> product(new int[][] {few, one}, new int[][] {{1, 2}, {3, 4}, {5}, null}, 1, 0, to));
        }
        print("last", () -> strides(new byte[3], Integer.MAX_VALUE, 2));
    }
}
