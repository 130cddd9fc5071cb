/** From where to where references flow between methods and fields, and where null gets by that. */
package org.peaberry.compiler.pass.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Places are parameters, results and fields. */
final class NullFlowGraph {
    private final Map<Object, Set<Object>> flows = new HashMap<>();
    private final Set<Object> sources = new HashSet<>();

    /** What is in one place may come to be in another. */
    void add(Object from, Object to) {
        flows.computeIfAbsent(from, f -> new LinkedHashSet<>()).add(to);
    }

    /** Null may get there without coming from another place. */
    void markNullable(Object place) {
        sources.add(place);
    }

    /** All places that null may get to. */
    Set<Object> nullable() {
        Set<Object> found = new HashSet<>(sources);
        Deque<Object> work = new ArrayDeque<>(sources);
        while (!work.isEmpty()) {
            for (Object to : flows.getOrDefault(work.poll(), Set.of())) {
                if (found.add(to)) {
                    work.add(to);
                }
            }
        }
        return found;
    }
}
