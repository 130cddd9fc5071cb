/** Streams and collectors. */
package small.streams;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

public final class Streams {
    record Person(String name, int age, String city) {
    }

    private static final List<Person> PEOPLE = List.of(new Person("Ann", 30, "Rome"), new Person("Bob", 25, "Oslo"), new Person("Cid", 35, "Rome"),
            new Person("Dee", 25, "Bern"));

    public static void main(String[] arguments) {
        collectors();
        primitives();
        shapes();
    }

    private static void collectors() {
        System.out.println(PEOPLE.stream().filter(p -> p.age() > 26).map(Person::name).collect(Collectors.toList())); //= [Ann, Cid]
        Map<String, String> cities = PEOPLE.stream()
                .collect(Collectors.groupingBy(Person::city, TreeMap::new, Collectors.mapping(Person::name, Collectors.joining("/"))));
        System.out.println(cities); //= {Bern=Dee, Oslo=Bob, Rome=Ann/Cid}
        System.out.println(PEOPLE.stream().collect(Collectors.partitioningBy(p -> p.age() == 25, Collectors.counting()))); //= {false=2, true=2}
        Map<String, Integer> ages = PEOPLE.stream().collect(Collectors.toMap(Person::city, Person::age, Integer::sum, LinkedHashMap::new));
        System.out.println(ages); //= {Rome=65, Oslo=25, Bern=25}
        System.out.println(PEOPLE.stream().collect(Collectors.averagingInt(Person::age))); //= 28.75
        System.out.println(PEOPLE.stream().sorted(Comparator.comparingInt(Person::age).thenComparing(Person::name, Comparator.reverseOrder()))
                .map(Person::name).collect(Collectors.joining(",", "[", "]"))); //= [Dee,Bob,Ann,Cid]
    }

    private static void primitives() {
        System.out.println(PEOPLE.stream().mapToInt(Person::age).sum() + " " + PEOPLE.stream().mapToInt(Person::age).average().getAsDouble()); //= 115 28.75
        System.out.println(IntStream.rangeClosed(1, 10).reduce(1, (a, b) -> a * b) + " " + LongStream.rangeClosed(1, 20).reduce(1L, (a, b) -> a * b)); //= 3628800 2432902008176640000
        System.out.println("hello".chars().filter(c -> c == 'l').count() + " " + DoubleStream.of(1.5, 2.5).sum()); //= 2 4.0
        System.out.println(IntStream.range(0, 5).mapToObj(i -> "i" + i).toList() + " " + Arrays.stream(new int[] {3, 1, 3}).distinct().boxed().toList()); //= [i0, i1, i2, i3, i4] [3, 1]
        System.out.println(new Random(42).ints(5, 0, 100).boxed().toList()); //= [30, 63, 48, 84, 70]
        System.out.println(PEOPLE.stream().mapToInt(Person::age).summaryStatistics().getMax()); //= 35
    }

    private static void shapes() {
        System.out.println(Stream.iterate(1, x -> x * 2).limit(6).skip(2).map(String::valueOf).collect(Collectors.joining(" "))); //= 4 8 16 32
        System.out.println(Stream.of("a,b", "c").flatMap(s -> Arrays.stream(s.split(","))).toArray(String[]::new).length); //= 3
        System.out.println(PEOPLE.stream().max(Comparator.comparing(Person::age)).get().name() + PEOPLE.stream().anyMatch(p -> p.city().equals("Oslo"))
                + PEOPLE.stream().map(Person::city).distinct().count()); //= Cidtrue3
        System.out.println(Stream.of(5, 3, 8).takeWhile(x -> x != 8).findFirst().get() + " " + Stream.concat(Stream.of(1), Stream.of(2)).toList()); //= 5 [1, 2]
        System.out.println(Stream.of(5, 3).filter(x -> x > 3).toList().getClass().getName()); //= java.util.ImmutableCollections$ListN
        try {
            List.of(1).stream().map(x -> x / (x - 1)).forEach(System.out::println);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage()); //= / by zero
        }
    }
}
