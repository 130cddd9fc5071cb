/** Lambdas that capture nothing, locals and the receiver. */
package small.lambdas;

public final class Basics {
    interface IntFunction {
        int apply(int x);
    }

    interface Text {
        String text();
    }

    private final int base;

    private Basics(int base) {
        this.base = base;
    }

    private IntFunction adder() {
        return x -> x + base;
    }

    private static IntFunction times(int factor, long ignored, String label) {
        return x -> factor * x + label.length();
    }

    private static int twice(IntFunction function, int x) {
        return function.apply(function.apply(x));
    }

    public static void main(String[] arguments) {
        System.out.println(twice(x -> x + 1, 3)); //= 5
        System.out.println(twice(times(3, 1L << 40, "ab"), 1)); //= 17
        System.out.println(twice(new Basics(10).adder(), 1)); //= 21
        int[] calls = new int[1];
        Runnable counter = () -> calls[0]++;
        counter.run();
        counter.run();
        System.out.println(calls[0]); //= 2
        Text outer = () -> {
            Text inner = () -> "inner " + calls[0];
            return "outer " + inner.text();
        };
        System.out.println(outer.text()); //= outer inner 2
        Text[] all = new Text[3];
        for (int i = 0; i < all.length; i++) {
            int n = i;
            all[i] = () -> "n" + n;
        }
        System.out.println(all[0].text() + all[1].text() + all[2].text()); //= n0n1n2
    }
}
