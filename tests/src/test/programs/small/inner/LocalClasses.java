/** Local classes, records, enums and interfaces in methods. */
package small.inner;

public final class LocalClasses {
    static int run(int start) {
        class Counter {
            int n = start;

            int next() {
                return n++;
            }
        }
        record Pair(int a, int b) {
            int sum() {
                return a + b;
            }
        }
        enum Step { ONE, TWO }
        Counter counter = new Counter();
        int total = 0;
        for (Step step : Step.values()) {
            total += new Pair(counter.next(), step.ordinal()).sum();
        }
        return total + counter.next();
    }

    public static void main(String[] arguments) {
        System.out.println(run(5)); //= 19
        System.out.println(run(-1)); //= 1
    }
}
