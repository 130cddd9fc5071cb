/** Loops that run a constant number of times: left early, with gaps, with exceptions, in one another. */
package small.control;

public final class UnrolledLoops {
    private static int whole(int x) {
        int sum = x;
        for (int i = 0; i < 5; i++) {
            sum = sum * 31 + i;
        }
        return sum;
    }

    private static int gaps(int x) {
        int sum = x;
        for (int i = -3; i < 9; i += 2) {
            if ((i + x) % 3 == 0) {
                continue;
            }
            sum = sum * 7 + i;
        }
        return sum;
    }

    private static int leaves(int x) {
        int last = -1;
        for (int i = 0; i < 8; i++) {
            last = i * x;
            if (last > 20) {
                return i * 1000 + last;
            }
            if (last == 9) {
                break;
            }
        }
        return last;
    }

    private static int throwing(int[] values, int x) {
        int sum = 0;
        int reached = 0;
        try {
            for (int i = 0; i < 6; i++) {
                reached = i;
                sum += values[i + x] / (i - x);
            }
        } catch (ArithmeticException e) {
            sum += 1000;
        } catch (ArrayIndexOutOfBoundsException e) {
            sum += 2000;
        }
        return sum * 10 + reached;
    }

    private static long nested(int x) {
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i; j < 3; j++) {
                for (int k = 0; k < 2; k++) {
                    sum = sum * 5 + (long) i * j + k * x;
                }
            }
        }
        return sum;
    }

    private static int never(int x) {
        int sum = x;
        for (int i = 3; i < 3; i++) {
            sum++;
        }
        for (int i = Integer.MAX_VALUE - 2; i < Integer.MAX_VALUE; i++) {
            sum += i;
        }
        return sum;
    }

    public static void main(String[] arguments) {
        int[] values = {50, 40, 30, 20, 10, 5, 3};
        for (int x = -2; x < 8; x++) {
            System.out.println(whole(x) + " " + gaps(x) + " " + leaves(x) + " " + throwing(values, x) + " " + nested(x) + " " + never(x));
        }
    }
}
