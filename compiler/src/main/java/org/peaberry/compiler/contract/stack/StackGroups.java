/** Groups of methods that call each other, directly or not: the strongly connected parts of the call graph. */
package org.peaberry.compiler.contract.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Tarjan, Depth-first search and linear graph algorithms, 1972; with a stack of its own, as call chains may be long. */
final class StackGroups {
    private final StackGraph graph;
    private final Map<Activation, Integer> numbers = new HashMap<>();
    private final Map<Activation, Integer> lowest = new HashMap<>();
    private final Deque<Activation> open = new ArrayDeque<>();
    private final Set<Activation> isOpen = new HashSet<>();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final List<Set<Activation>> groups = new ArrayList<>();

    private final Predicate<Activation> isLeftOut;

    private record Visit(Activation method, Iterator<StackFrame.Call> calls) {
    }

    private StackGroups(StackGraph graph, Predicate<Activation> isLeftOut) {
        this.graph = graph;
        this.isLeftOut = isLeftOut;
    }

    /** Those with a cycle, among the methods that the root reaches. */
    static List<Set<Activation>> of(StackGraph graph, Activation root) {
        StackGroups search = new StackGroups(graph, method -> false);
        search.run(root);
        return search.groups;
    }

    /** Those with a cycle that no @RecursionLimit ends. */
    static List<Set<Activation>> unlimited(StackGraph graph, Activation root) {
        StackGroups search = new StackGroups(graph, method -> RecursionDepth.limit(method) > 0);
        for (Activation method : StackCycles.reachable(graph, root)) {
            if (!search.isLeftOut.test(method) && !search.numbers.containsKey(method)) {
                search.run(method);
            }
        }
        return search.groups;
    }

    private void run(Activation root) {
        enter(root);
        while (!visits.isEmpty()) {
            step(visits.peek());
        }
    }

    private void enter(Activation method) {
        numbers.put(method, numbers.size());
        lowest.put(method, numbers.get(method));
        open.push(method);
        isOpen.add(method);
        visits.push(new Visit(method, graph.frame(method).calls().iterator()));
    }

    private void step(Visit visit) {
        if (!visit.calls().hasNext()) {
            leave(visit.method());
            return;
        }
        Activation target = visit.calls().next().target();
        if (isLeftOut.test(target)) {
            return;
        }
        if (!numbers.containsKey(target)) {
            enter(target);
        } else if (isOpen.contains(target)) {
            lowest.merge(visit.method(), numbers.get(target), Math::min);
        }
    }

    private void leave(Activation method) {
        visits.pop();
        if (!visits.isEmpty()) {
            lowest.merge(visits.peek().method(), lowest.get(method), Math::min);
        }
        if (lowest.get(method).equals(numbers.get(method))) {
            Set<Activation> group = new LinkedHashSet<>();
            Activation member;
            do {
                member = open.pop();
                isOpen.remove(member);
                group.add(member);
            } while (!member.equals(method));
            boolean callsItself = graph.frame(method).calls().stream().anyMatch(call -> call.target().equals(method));
            if (group.size() > 1 || callsItself) {
                groups.add(group);
            }
        }
    }
}
