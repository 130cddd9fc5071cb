/** Method references of every kind. */
package small.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

public final class MethodReferences {
    private final String name;

    MethodReferences(String name) {
        this.name = name;
    }

    private MethodReferences() {
        this("nameless");
    }

    private String secret(String suffix) {
        return name + suffix;
    }

    private static int count(Object... values) {
        return values.length;
    }

    static class Base {
        String who() {
            return "base";
        }
    }

    static final class Derived extends Base {
        @Override
        String who() {
            return "derived";
        }

        Supplier<String> above() {
            return super::who;
        }

        Supplier<String> own() {
            return this::who;
        }
    }

    static final class Box<T> {
        private final T value;

        private Box(T value) {
            this.value = value;
        }

        private T value() {
            return value;
        }
    }

    final class Inner {
        String text() {
            return "inner of " + name;
        }
    }

    private Supplier<Inner> inner() {
        return Inner::new;
    }

    private Function<String, String> bound() {
        return this::secret;
    }

    interface Three {
        Object call(int a, String b, long c);
    }

    public static void main(String[] arguments) {
        Function<String, Integer> parse = Integer::parseInt;
        System.out.println(parse.apply("42") + 1); //= 43
        ToIntFunction<String> length = String::length;
        System.out.println(length.applyAsInt("four")); //= 4
        Supplier<String> trimmed = "  x ".trim()::toString;
        System.out.println(trimmed.get()); //= x
        System.out.println(new MethodReferences("me").bound().apply("!")); //= me!
        BiFunction<MethodReferences, String, String> unbound = MethodReferences::secret;
        System.out.println(unbound.apply(new MethodReferences("you"), "?")); //= you?
        Function<String, MethodReferences> one = MethodReferences::new;
        Supplier<MethodReferences> none = MethodReferences::new;
        System.out.println(one.apply("a").name + none.get().name); //= anameless
        Function<Integer, Box<Integer>> boxes = Box::new;
        Function<Box<Integer>, Integer> unboxes = Box::value;
        System.out.println(boxes.andThen(unboxes).apply(7)); //= 7
        IntFunction<int[]> array = int[]::new;
        IntFunction<String[][]> arrays = String[][]::new;
        System.out.println(array.apply(3).length + arrays.apply(4).length); //= 7
        Three varargs = MethodReferences::count;
        System.out.println(varargs.call(1, "b", 3)); //= 3
        System.out.println(new Derived().above().get() + " " + new Derived().own().get()); //= base derived
        System.out.println(new MethodReferences("o").inner().get().text()); //= inner of o
        List<String> list = new ArrayList<>();
        List.of("p", "q").forEach(list::add);
        System.out.println(list.size() + list.get(1)); //= 2q
        Function<int[], int[]> copy = int[]::clone;
        System.out.println(copy.apply(new int[] {5})[0]); //= 5
        try {
            String missing = arguments.length == 0 ? null : "";
            Supplier<Integer> bad = missing::length;
            System.out.println(bad.get());
        } catch (NullPointerException e) {
            System.out.println("null receiver"); //= null receiver
        }
    }
}
