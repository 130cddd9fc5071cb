//! exit 1
/** Exceptions that pass lambdas and method references: only the bodies have frames. */
package traces;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Supplier;

public final class TraceOfLambdas {
    private final int[] values = new int[2];

    static int call(Supplier<Integer> supplier) {
        return supplier.get();
    }

    private int element(int index) {
        return values[index];
    }

    private int through(int index) {
        Function<Integer, Integer> bound = this::element;
        return call(() -> bound.apply(index));
    }

    static void report(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
    }

    public static void main(String[] arguments) {
        System.out.println("start"); //= start
        report(() -> new TraceOfLambdas().through(2));
        report(() -> {
            throw new IllegalStateException("in a lambda");
        });
        report(() -> {
            Function<String, Integer> length = String::length;
            length.apply(null);
        });
        Function<Object, Object> raw = raw();
        report(() -> raw.apply("text"));
        report(() -> Comparator.comparing(String::length).compare("a", null));
        call(() -> 1 / arguments.length);
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> raw() {
        Function<Integer, Integer> typed = x -> x + 1;
        return (Function<Object, Object>) (Function<?, ?>) typed;
    }
}
