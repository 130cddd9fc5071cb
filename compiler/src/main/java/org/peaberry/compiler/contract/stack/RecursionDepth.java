/** How deep a group of methods that call each other gets, by the limits that some of them have. */
package org.peaberry.compiler.contract.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.world.Annotations;
import org.peaberry.runtime.annotation.RecursionLimit;

/**
 * A chain of calls within the group passes each method with a limit at most that often, and between two of these passes it is a path through
 * the others, which without them have no cycle.
 */
final class RecursionDepth {
    private final StackGraph graph;
    private final Set<Activation> group;
    private final Map<Activation, Long> paths = new HashMap<>();

    private RecursionDepth(StackGraph graph, Set<Activation> group) {
        this.graph = graph;
        this.group = group;
    }

    /** How often the method is on a stack at once, or 0 when it has no limit. */
    static int limit(Activation method) {
        Object depth = Annotations.element(method.method().annotation(RecursionLimit.class), "depth");
        return depth == null ? 0 : (Integer) depth;
    }

    /** Bytes, or {@link StackDepth#UNBOUNDED} when there is a cycle without a limit. */
    static long of(StackGraph graph, Set<Activation> group) {
        return new RecursionDepth(graph, group).depth();
    }

    private long depth() {
        long limited = 0;
        long passes = 0;
        long longest = 0;
        for (Activation method : group) {
            int limit = limit(method);
            limited += (long) limit * graph.frame(method).bytes();
            passes += limit;
            longest = Math.max(longest, limit > 0 ? 0 : longestPath(method));
        }
        return longest == StackDepth.UNBOUNDED ? longest : limited + (passes + 1) * longest;
    }

    private long longestPath(Activation start) {
        Long known = paths.putIfAbsent(start, StackDepth.UNBOUNDED);
        if (known != null) {
            return known;
        }
        long below = 0;
        for (StackFrame.Call call : graph.frame(start).calls()) {
            if (group.contains(call.target()) && limit(call.target()) == 0) {
                below = Math.max(below, longestPath(call.target()));
            }
        }
        long path = StackDepth.sum(graph.frame(start).bytes(), below);
        paths.put(start, path);
        return path;
    }
}
