/** Class objects: names, kinds, supertypes, and arrays made by class. */
package small.library;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

public final class ClassObjects {
    private static final AtomicInteger COUNTER = new AtomicInteger(5);

    enum Kind { ONE, TWO }

    public static void main(String[] arguments) {
        System.out.println(int[].class.getName() + " " + String[][].class.getSimpleName() + " " + new int[0].getClass().getComponentType()); //= [I String[][] int
        System.out.println(Integer.class.isInstance(3) + " " + Number.class.isAssignableFrom(Integer.class) + " " + Runnable.class); //= true true interface java.lang.Runnable
        System.out.println(Kind.class.isEnum() + " " + Kind.class.getEnumConstants().length + " " + Integer.class.getSuperclass().getSimpleName()); //= true 2 Number
        class Local {
        }
        System.out.println(new Local().getClass().getSimpleName() + "|" + new Object() { }.getClass().getSimpleName() + "|"); //= Local||
        Integer[] boxes = List.of(1, 2).toArray(Integer[]::new);
        Number[] numbers = Arrays.copyOf(boxes, 3, Number[].class);
        System.out.println(numbers.length + " " + numbers.getClass().getName()); //= 3 [Ljava.lang.Number;
        try {
            ((Object[]) boxes)[0] = "x";
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage()); //= java.lang.String
        }
        try {
            System.out.println(String.class.cast((Object) 3));
        } catch (ClassCastException e) {
            System.out.println(e.getMessage()); //= Cannot cast java.lang.Integer to java.lang.String
        }
        atomics();
    }

    private static void atomics() {
        System.out.println(COUNTER.incrementAndGet() + " " + COUNTER.getAndAdd(3) + " " + COUNTER.updateAndGet(x -> x * 2)); //= 6 6 18
        System.out.println(COUNTER.compareAndSet(18, 1) + " " + COUNTER.compareAndSet(18, 2) + " " + COUNTER); //= true false 1
        AtomicLong wide = new AtomicLong();
        wide.set(7);
        System.out.println(wide.addAndGet(5) + " " + wide.getAndIncrement() + " " + wide.accumulateAndGet(3, Long::sum)); //= 12 12 16
        AtomicReference<String> text = new AtomicReference<>("a");
        System.out.println(text.getAndSet("b") + text.updateAndGet(s -> s + "c") + new AtomicBoolean(true).getAndSet(false)); //= abctrue
    }
}
