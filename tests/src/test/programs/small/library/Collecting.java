/** Lists, sets, queues and their utilities. */
package small.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

public final class Collecting {
    enum Color { RED, GREEN, BLUE }

    record Job(int number, String name) {
    }

    public static void main(String[] arguments) {
        PriorityQueue<Job> jobs = new PriorityQueue<>(Comparator.comparing(Job::name).thenComparingInt(Job::number).reversed());
        for (int i = 0; i < 4; i++) {
            jobs.add(new Job(i, "n" + i % 2));
        }
        System.out.println(jobs.poll() + " " + jobs.poll() + " " + jobs.peek()); //= Job[number=3, name=n1] Job[number=1, name=n1] Job[number=2, name=n0]
        BitSet bits = new BitSet();
        bits.set(3);
        bits.set(70, 75);
        bits.flip(71);
        System.out.println(bits + " " + bits.cardinality() + " " + bits.nextClearBit(70)); //= {3, 70, 72, 73, 74} 5 71
        Optional<String> text = Optional.of("x").map(s -> s + "y").filter(s -> s.length() == 2);
        System.out.println(text + " " + text.orElse("z") + " " + Optional.empty().isPresent()); //= Optional[xy] xy false
        List<Integer> numbers = new ArrayList<>(List.of(4, 2, 8, 1));
        Collections.sort(numbers);
        System.out.println(numbers + " " + Collections.max(numbers)); //= [1, 2, 4, 8] 8
        numbers.sort(Comparator.reverseOrder());
        Collections.swap(numbers, 0, 3);
        numbers.replaceAll(x -> x * x);
        numbers.removeIf(x -> x > 20);
        System.out.println(numbers + " " + numbers.toArray(new Integer[0]).length); //= [1, 16, 4] 3
        Set<String> set = new HashSet<>(List.of("a", "b"));
        set.addAll(Set.of("c"));
        System.out.println(set.size() + " " + new TreeSet<>(set).headSet("b", true)); //= 3 [a, b]
        System.out.println(EnumSet.complementOf(EnumSet.of(Color.RED)) + " " + EnumSet.allOf(Color.class).size()); //= [GREEN, BLUE] 3
        Deque<Integer> deque = new ArrayDeque<>();
        deque.push(1);
        deque.addLast(2);
        LinkedList<Integer> linked = new LinkedList<>(deque);
        linked.addFirst(0);
        Iterator<Integer> iterator = linked.iterator();
        iterator.next();
        iterator.remove();
        System.out.println(deque + " " + linked); //= [1, 2] [1, 2]
        try {
            for (Integer number : numbers) {
                numbers.remove(number);
            }
        } catch (ConcurrentModificationException e) {
            System.out.println("modified"); //= modified
        }
        try {
            List.of(1).add(2);
        } catch (UnsupportedOperationException e) {
            System.out.println("immutable"); //= immutable
        }
    }
}
