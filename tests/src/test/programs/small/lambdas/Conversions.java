/** Boxing, unboxing, widening and casts between an interface's method and what it calls. */
package small.lambdas;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

public final class Conversions {
    interface LongOfInt {
        long apply(int x);
    }

    interface BoxOfByte {
        Object apply(byte b);
    }

    interface Widest {
        long sum(Integer a, Short b, Character c);
    }

    private static int drops;

    static int increment(int x) {
        drops++;
        return x + 1;
    }

    static long total(long a, int b, long c) {
        return a + b + c;
    }

    static Integer boxed(int x) {
        return x;
    }

    static boolean isBig(long x) {
        return x > 1000;
    }

    static <T extends Comparable<T>> T larger(T a, T b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    public static void main(String[] arguments) {
        Function<Integer, Integer> boxing = Conversions::increment;
        System.out.println(boxing.apply(1)); //= 2
        LongOfInt widening = Conversions::increment;
        System.out.println(widening.apply(Integer.MAX_VALUE)); //= -2147483648
        BoxOfByte boxOfByte = Byte::valueOf;
        System.out.println(boxOfByte.apply((byte) -3)); //= -3
        Widest widest = Conversions::total;
        System.out.println(widest.sum(1, (short) 2, 'a')); //= 100
        LongOfInt unboxing = Conversions::boxed;
        System.out.println(unboxing.apply(9)); //= 9
        Predicate<Integer> big = Conversions::isBig;
        System.out.println(big.test(1001) + " " + big.test(3)); //= true false
        Runnable dropping = () -> increment(1);
        dropping.run();
        Supplier<Long> none = Conversions::zero;
        System.out.println(none.get() + drops); //= 3
        BiFunction<String, String, String> larger = Conversions::larger;
        System.out.println(larger.apply("b", "a") + larger.apply("c", "d")); //= bd
        IntBinaryOperator max = Math::max;
        IntUnaryOperator negate = x -> -x;
        System.out.println(negate.andThen(x -> max.applyAsInt(x, -5)).applyAsInt(9)); //= -5
        ToLongFunction<Character> code = c -> c;
        System.out.println(code.applyAsLong('A')); //= 65
        Function<Object, Object> raw = wrong();
        try {
            raw.apply("text");
        } catch (ClassCastException e) {
            System.out.println("cast"); //= cast
        }
        try {
            boxing.apply(null);
        } catch (NullPointerException e) {
            System.out.println("null"); //= null
        }
    }

    static Long zero() {
        return 0L;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> wrong() {
        Function<Integer, Integer> increment = Conversions::increment;
        return (Function<Object, Object>) (Function<?, ?>) increment;
    }
}
