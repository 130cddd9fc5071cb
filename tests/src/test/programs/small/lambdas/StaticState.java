/** Lambdas that static initializers keep: they are objects of the image. */
package small.lambdas;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;

public final class StaticState {
    private static final String GREETING = "hi ";
    private static final Function<String, String> GREET = name -> GREETING + name;
    private static final IntBinaryOperator[] OPERATORS = {(a, b) -> a + b, (a, b) -> a - b, Math::max, times(3)};
    private static final Predicate<String> SHORT = ((Predicate<String>) s -> s.length() < 3).negate().or(String::isEmpty);
    private static final Function<Integer, Integer> CHAIN = ((Function<Integer, Integer>) x -> x + 1).andThen(x -> x * 2).compose(x -> x - 3);
    private static final Comparator<String> ORDER = Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder());
    private static int made;
    private static Supplier<Integer> counter = () -> ++made;

    enum Operation {
        ADD((a, b) -> a + b), SUBTRACT((a, b) -> a - b);

        private final IntBinaryOperator operator;

        Operation(IntBinaryOperator operator) {
            this.operator = operator;
        }

        int apply(int a, int b) {
            return operator.applyAsInt(a, b);
        }
    }

    private static IntBinaryOperator times(int factor) {
        return (a, b) -> factor * a * b;
    }

    public static void main(String[] arguments) {
        System.out.println(GREET.apply("you")); //= hi you
        for (IntBinaryOperator operator : OPERATORS) {
            System.out.println(operator.applyAsInt(7, 5));
        }
        //= 12
        //= 2
        //= 7
        //= 105
        System.out.println(SHORT.test("ab") + " " + SHORT.test("abc") + " " + SHORT.test("")); //= false true true
        System.out.println(CHAIN.apply(10)); //= 16
        System.out.println(ORDER.compare("a", "bb") + " " + ORDER.compare("a", "b") + " " + ORDER.compare("x", "x")); //= -1 1 0
        System.out.println(Operation.ADD.apply(1, 2) + Operation.SUBTRACT.apply(1, 2)); //= 2
        counter.get();
        counter = () -> made + 100;
        System.out.println(counter.get()); //= 101
    }
}
