/** What generated classes have in common: types of every kind that the grammar knows. */
package generated;

import java.util.Iterator;
import java.util.List;

final class Support {
    @interface Mark {
        int value() default 1;

        String[] names() default {};
    }

    interface Step {
        int run(int x);

        default Step twice() {
            return x -> run(run(x));
        }
    }

    interface Joined<A, B extends Comparable<B>> {
        B join(A a, B b);
    }

    sealed interface Shape permits Square, Round, Empty {
    }

    record Square(int side) implements Shape {
        Square {
            if (side < 0) {
                throw new IllegalArgumentException("side " + side);
            }
        }
    }

    record Round(long radius, String name) implements Shape {
    }

    enum Empty implements Shape {
        ONE, OTHER
    }

    enum Colour {
        RED, GREEN {
            @Override
            int weight() {
                return 20;
            }
        }, BLUE;

        int weight() {
            return ordinal();
        }
    }

    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        final int code;

        Refused(int code) {
            this.code = code;
        }
    }

    static class Box<T> implements Iterable<T> {
        T value;
        int count;

        Box(T value) {
            this.value = value;
        }

        <R> Box<R> with(R other) {
            count++;
            return new Box<>(other);
        }

        @Override
        public Iterator<T> iterator() {
            return List.of(value).iterator();
        }
    }

    static final class Handle implements AutoCloseable {
        int uses;

        @Override
        public void close() throws Refused {
            if (uses++ > 1) {
                throw new Refused(uses);
            }
        }
    }

    /** Loops of generated code end when it is used up. */
    static int fuel;

    private Support() {
    }

    static int sum(int first, int... rest) {
        int sum = first;
        for (int one : rest) {
            sum += one;
        }
        return sum;
    }

    static Step step(Step step) {
        return step;
    }

    static int twice(int x) {
        return x + x;
    }

    static int refuse(int code) throws Refused {
        if (code > 100) {
            throw new Refused(code);
        }
        return code;
    }
}
