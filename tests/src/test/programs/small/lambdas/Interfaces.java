/** Bridges, marker interfaces, intersections, default and private methods of functional interfaces. */
package small.lambdas;

import java.io.Serializable;
import java.util.Comparator;
import java.util.RandomAccess;
import java.util.function.Function;

public final class Interfaces {
    interface Shape<T> {
        T make(T seed);
    }

    interface TextShape extends Shape<String> {
        @Override
        String make(String seed);
    }

    interface Greeting {
        String name();

        default String greet() {
            return prefix() + name();
        }

        private String prefix() {
            return "hello ";
        }

        static Greeting of(String name) {
            return () -> name;
        }

        default Greeting loud() {
            return () -> name() + secret("!");
        }

        private String secret(String mark) {
            Function<String, String> twice = this::doubled;
            return twice.apply(mark);
        }

        private String doubled(String s) {
            return s + s;
        }
    }

    private static String use(Shape<String> shape) {
        return shape.make("s");
    }

    private static <T extends Comparator<String> & Serializable> int compare(T order) {
        return order.compare("a", "b");
    }

    public static void main(String[] arguments) {
        TextShape shape = seed -> seed + seed;
        System.out.println(use(shape) + shape.make("t")); //= sstt
        System.out.println(Greeting.of("you").greet()); //= hello you
        System.out.println(Greeting.of("you").loud().greet()); //= hello you!!
        Runnable marked = (Runnable & Serializable & RandomAccess) () -> System.out.println("marked");
        System.out.println(marked instanceof Serializable && marked instanceof RandomAccess); //= true
        marked.run(); //= marked
        Runnable plain = () -> { };
        System.out.println(plain instanceof Serializable); //= false
        System.out.println(compare((Comparator<String> & Serializable) (a, b) -> a.compareTo(b))); //= -1
        Object object = (Function<String, String> & RandomAccess) String::trim;
        System.out.println(object instanceof Function<?, ?> f && object instanceof RandomAccess); //= true
    }
}
