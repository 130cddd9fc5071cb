/** Finds recursion: the shortest cycle of each group of methods that call each other. */
package org.peaberry.compiler.contract.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class StackCycles {
    private final StackGraph graph;
    private final Activation root;
    /** How each method is reached from the root, by a shortest path. */
    private final Map<Activation, Step> reached = new LinkedHashMap<>();

    private record Step(Activation caller, StackFrame.Call call) {
    }

    /**
     * @param path  from the root to the first method of the cycle
     * @param cycle from that method to itself
     */
    public record Cycle(List<StackFrame.Call> path, List<StackFrame.Call> cycle) {
    }

    private StackCycles(StackGraph graph, Activation root) {
        this.graph = graph;
        this.root = root;
    }

    /** Methods that a method reaches, itself included, nearest first. */
    public static List<Activation> reachable(StackGraph graph, Activation root) {
        return new ArrayList<>(new StackCycles(graph, root).reach().keySet());
    }

    /** Those that a method reaches and that no @RecursionLimit ends; of methods with several cycles, one. */
    public static List<Cycle> below(StackGraph graph, Activation root) {
        StackCycles search = new StackCycles(graph, root);
        search.reach();
        return search.cycles();
    }

    /** The calls by which a method reaches another one, shortest first; null when it does not. */
    public static List<StackFrame.Call> path(StackGraph graph, Activation root, Activation target) {
        StackCycles search = new StackCycles(graph, root);
        search.reach();
        return search.reached.containsKey(target) ? search.pathTo(target) : null;
    }

    private Map<Activation, Step> reach() {
        Deque<Activation> work = new ArrayDeque<>(List.of(root));
        reached.put(root, new Step(null, null));
        while (!work.isEmpty()) {
            Activation method = work.poll();
            for (StackFrame.Call call : graph.frame(method).calls()) {
                if (reached.putIfAbsent(call.target(), new Step(method, call)) == null) {
                    work.add(call.target());
                }
            }
        }
        return reached;
    }

    private List<Cycle> cycles() {
        List<Cycle> cycles = new ArrayList<>();
        Set<Activation> seen = new HashSet<>();
        for (Set<Activation> group : StackGroups.unlimited(graph, root)) {
            Activation entry = reached.keySet().stream().filter(group::contains).findFirst().orElseThrow();
            if (seen.add(entry)) {
                cycles.add(new Cycle(pathTo(entry), cycle(entry, group)));
            }
        }
        return cycles;
    }

    private List<StackFrame.Call> pathTo(Activation method) {
        return trace(reached, method);
    }

    /** The shortest one through a method, within its group. */
    private List<StackFrame.Call> cycle(Activation start, Set<Activation> group) {
        Map<Activation, Step> steps = new HashMap<>();
        Deque<Activation> work = new ArrayDeque<>(List.of(start));
        while (!work.isEmpty()) {
            Activation method = work.poll();
            for (StackFrame.Call call : graph.frame(method).calls()) {
                if (call.target().equals(start)) {
                    List<StackFrame.Call> cycle = trace(steps, method);
                    cycle.add(call);
                    return cycle;
                }
                if (group.contains(call.target()) && steps.putIfAbsent(call.target(), new Step(method, call)) == null) {
                    work.add(call.target());
                }
            }
        }
        throw new IllegalStateException(start + " is not on a cycle");
    }

    private static List<StackFrame.Call> trace(Map<Activation, Step> steps, Activation end) {
        List<StackFrame.Call> calls = new ArrayList<>();
        for (Step step = steps.get(end); step != null && step.call() != null; step = steps.get(step.caller())) {
            calls.add(step.call());
        }
        Collections.reverse(calls);
        return calls;
    }
}
