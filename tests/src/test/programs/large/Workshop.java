/** A workshop's orders, told in lambdas, streams and floating point: parsing, pricing rules, a scheduler, statistics. */
package large;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class Workshop {
    private static final Pattern LINE = Pattern.compile("(\\d+)\\s+(\\w+)\\s*x(\\d+)\\s*@(\\d+\\.\\d+)(?:\\s+(urgent))?");
    private static final List<String> INPUT = List.of("1 chair x4 @12.50", "2 table x1 @80.25 urgent", "3 lamp x10 @7.99", "not an order",
            "4 chair x2 @13.00 urgent", "5 shelf x3 @45.10", "6 lamp x100 @7.49");

    record Order(int number, String item, int amount, double price, boolean urgent) {
        double total() {
            return amount * price;
        }
    }

    sealed interface Event permits Started, Finished {
        double time();
    }

    record Started(double time, Order order) implements Event {
    }

    record Finished(double time, Order order, double cost) implements Event {
    }

    /** A rule of pricing: what it applies to, and what it makes of the price. */
    record Rule(String name, Predicate<Order> applies, DoubleUnaryOperator change) {
        Rule and(Predicate<Order> more) {
            return new Rule(name + "+", applies.and(more), change);
        }
    }

    private static final List<Rule> RULES = List.of(new Rule("bulk", order -> order.amount() >= 10, price -> price * 0.9),
            new Rule("urgent", Order::urgent, price -> price * 1.25 + 5), new Rule("round", order -> true, price -> Math.round(price * 20) / 20.0),
            new Rule("lamps", order -> order.item().equals("lamp"), price -> price - 0.01).and(order -> order.amount() > 50));

    private static final Map<String, Function<List<Order>, Object>> REPORTS = reports();

    private Workshop() {
    }

    private static Map<String, Function<List<Order>, Object>> reports() {
        Map<String, Function<List<Order>, Object>> reports = new LinkedHashMap<>();
        reports.put("items", orders -> orders.stream().collect(Collectors.groupingBy(Order::item, TreeMap::new, Collectors.summingInt(Order::amount))));
        reports.put("average", orders -> orders.stream().mapToDouble(Order::total).average().orElse(Double.NaN));
        reports.put("largest", orders -> orders.stream().max(Comparator.comparingDouble(Order::total)).map(Order::number));
        reports.put("deviation", Workshop::deviation);
        reports.put("names", orders -> orders.stream().map(Order::item).distinct().sorted(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()))
                .collect(Collectors.joining("|", "<", ">")));
        return reports;
    }

    private static double deviation(List<Order> orders) {
        double mean = orders.stream().mapToDouble(Order::price).sum() / orders.size();
        return Math.sqrt(orders.stream().mapToDouble(o -> (o.price() - mean) * (o.price() - mean)).sum() / orders.size());
    }

    private static Optional<Order> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? Optional.of(new Order(Integer.parseInt(matcher.group(1)), matcher.group(2), Integer.parseInt(matcher.group(3)),
                Double.parseDouble(matcher.group(4)), matcher.group(5) != null)) : Optional.empty();
    }

    private static double priced(Order order) {
        return RULES.stream().filter(rule -> rule.applies().test(order)).map(Rule::change).reduce(DoubleUnaryOperator.identity(), DoubleUnaryOperator::andThen)
                .applyAsDouble(order.total());
    }

    /** Two benches; urgent orders first, then by number. Work takes a time that depends on the item. */
    private static List<Event> schedule(List<Order> orders, BiFunction<String, Integer, Double> duration) {
        PriorityQueue<Order> waiting = new PriorityQueue<>(Comparator.comparing(Order::urgent).reversed().thenComparingInt(Order::number));
        waiting.addAll(orders);
        PriorityQueue<Finished> running = new PriorityQueue<>(Comparator.comparingDouble(Finished::time));
        List<Event> events = new ArrayList<>();
        double now = 0;
        while (!waiting.isEmpty() || !running.isEmpty()) {
            while (running.size() < 2 && !waiting.isEmpty()) {
                Order next = waiting.poll();
                events.add(new Started(now, next));
                running.add(new Finished(now + duration.apply(next.item(), next.amount()), next, priced(next)));
            }
            Finished done = running.remove();
            now = done.time();
            events.add(done);
        }
        return events;
    }

    private static String describe(Event event) {
        if (event instanceof Started started) {
            return started.time() + " starts " + started.order().number();
        }
        Finished finished = (Finished) event;
        return finished.time() + " ends " + finished.order().number() + " for " + finished.cost();
    }

    private static <K, V> Function<K, V> remembered(Function<K, V> function) {
        Map<K, V> known = new HashMap<>();
        return key -> known.computeIfAbsent(key, function);
    }

    /** An endless sequence with a memory. */
    private static Supplier<Double> smoothed(double factor, double start) {
        double[] state = {start};
        return () -> state[0] += (start * 2 - state[0]) * factor;
    }

    public static void main(String[] arguments) {
        List<Order> orders = INPUT.stream().map(Workshop::parse).flatMap(Optional::stream).toList();
        orders.forEach(System.out::println);
        REPORTS.forEach((name, report) -> System.out.println(name + ": " + report.apply(orders)));
        int[] computed = new int[1];
        Function<String, Double> rate = remembered(item -> {
            computed[0]++;
            return item.chars().mapToDouble(c -> c / 64.0).sum();
        });
        schedule(orders, (item, amount) -> rate.apply(item) * Math.log(amount + 1)).stream().map(Workshop::describe).forEach(System.out::println);
        System.out.println(computed[0] + " rates");
        Supplier<Double> sequence = smoothed(0.5, 1.5);
        System.out.println(IntStream.range(0, 5).mapToObj(i -> sequence.get()).toList());
        Deque<Runnable> undo = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        for (String word : "a bc def".split(" ")) {
            int before = text.length();
            text.append(word);
            undo.push(() -> text.setLength(before));
        }
        while (!undo.isEmpty()) {
            System.out.print(text + " ");
            undo.pop().run();
        }
        System.out.println("[" + text + "]");
    }
}
