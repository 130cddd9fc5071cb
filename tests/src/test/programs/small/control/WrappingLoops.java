/** Loops that count past the greatest int start anew at the least one. */
package small.control;

public final class WrappingLoops {
    private static int untilTheGreatest() {
        int rounds = 0;
        for (int i = Integer.MAX_VALUE - 3; i < Integer.MAX_VALUE; i += 2) {
            if (++rounds > 20) {
                break;
            }
        }
        return rounds;
    }

    private static long inLargeSteps(int start) {
        long sum = 0;
        int rounds = 0;
        for (int i = start; i < Integer.MAX_VALUE - 1; i += 1000) {
            sum = sum * 31 + i;
            if (++rounds > 40) {
                break;
            }
        }
        return sum;
    }

    private static int overAnArray(int[] values, int start) {
        int rounds = 0;
        int sum = 0;
        try {
            for (int i = start; i < Integer.MAX_VALUE; i += 3) {
                sum += values[i & 3] + values[i - start & 3];
                if (++rounds > 25) {
                    sum += values[i];
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            sum += 1000;
        }
        return sum;
    }

    public static void main(String[] arguments) {
        System.out.println(untilTheGreatest()); //= 21
        System.out.println(inLargeSteps(Integer.MAX_VALUE - 2500)); //= -7536372979925814053
        System.out.println(inLargeSteps(Integer.MAX_VALUE - 1)); //= 0
        System.out.println(overAnArray(new int[] {1, 2, 3, 4}, Integer.MAX_VALUE - 10)); //= 1128
    }
}
