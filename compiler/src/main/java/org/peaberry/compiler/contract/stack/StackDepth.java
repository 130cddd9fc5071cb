/** How deep the stack gets below each method, where that has a bound. */
package org.peaberry.compiler.contract.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The longest path; a group of methods that call each other counts as one step of it, as deep as {@link RecursionDepth} says. */
public final class StackDepth {
    /** Of a method whose stack has no bound, or one that nobody knows. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private final StackGraph graph;
    private final Map<Activation, Set<Activation>> groups = new HashMap<>();
    private final Set<Activation> searched = new HashSet<>();
    private final Map<Activation, Long> depths = new HashMap<>();
    private final Map<Activation, StackFrame.Call> deepest = new HashMap<>();

    public StackDepth(StackGraph graph) {
        this.graph = graph;
    }

    /** Bytes that the method and all it calls take at most, or {@link #UNBOUNDED}. */
    public long of(Activation method) {
        if (searched.add(method)) {
            StackGroups.of(graph, method).forEach(group -> group.forEach(member -> groups.put(member, group)));
            searched.addAll(StackCycles.reachable(graph, method));
        }
        return depth(method);
    }

    private long depth(Activation method) {
        Long known = depths.get(method);
        if (known != null) {
            return known;
        }
        StackFrame frame = graph.frame(method);
        Set<Activation> group = groups.getOrDefault(method, Set.of(method));
        long own = !frame.isKnown() ? UNBOUNDED : group.size() == 1 && !groups.containsKey(method) ? frame.bytes() : RecursionDepth.of(graph, group);
        long depth = sum(own, below(method, group));
        group.forEach(member -> depths.put(member, depth));
        return depth;
    }

    private long below(Activation method, Set<Activation> group) {
        long most = 0;
        for (Activation member : group) {
            for (StackFrame.Call call : graph.frame(member).calls()) {
                long depth = group.contains(call.target()) ? 0 : depth(call.target());
                if (depth > most) {
                    most = depth;
                    deepest.put(method, call);
                }
            }
        }
        return most;
    }

    /** That of bytes which may be unbounded. */
    static long sum(long one, long other) {
        return one == UNBOUNDED || other == UNBOUNDED ? UNBOUNDED : one + other;
    }

    /** The calls of the deepest path below a method, from it on, without those within groups; empty when it calls nothing. */
    public List<StackFrame.Call> deepestPath(Activation method) {
        of(method);
        List<StackFrame.Call> path = new ArrayList<>();
        StackFrame.Call call = next(method);
        while (call != null) {
            path.add(call);
            call = next(call.target());
        }
        return path;
    }

    /** The deepest call out of the method or its group. */
    private StackFrame.Call next(Activation method) {
        return groups.getOrDefault(method, Set.of(method)).stream().map(deepest::get).filter(call -> call != null).findFirst().orElse(null);
    }
}
