/** The longest path through the calls, weighed by frames, and a cycle where there is one. */
package org.peaberry.compiler.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.contract.stack.Activation;
import org.peaberry.compiler.contract.stack.StackFrame.Call;
import org.peaberry.compiler.contract.stack.StackGraph;

/** A depth-first walk; calls back to what is on the walk's path are cycles, and are left out of depths. */
final class DepthSearch {
    /** Where to go on from a method: the deepest way, and the way to a cycle; null for none. */
    private static final class Result {
        private long bytes;
        private Call deepest;
        private Call cycle;
    }

    /** A method on the walk's path, with the next of its calls to look at. */
    private static final class Visit {
        private final Activation method;
        private final List<Call> calls;
        private final Result result = new Result();
        private int next;

        private Visit(Activation method, StackGraph graph) {
            this.method = method;
            calls = graph.frame(method).calls();
            result.bytes = bytes(graph, method);
        }
    }

    private final StackGraph graph;
    private final Map<Activation, Result> results = new HashMap<>();

    DepthSearch(StackGraph graph) {
        this.graph = graph;
    }

    DeepestPath depth(Activation root) {
        walk(root);
        return new DeepestPath(results.get(root).bytes, path(root), cycle(root));
    }

    /** Of the frame; of assembly that does not tell, of the return address. */
    static int bytes(StackGraph graph, Activation method) {
        return graph.frame(method).isKnown() ? graph.frame(method).bytes() : Long.BYTES;
    }

    private void walk(Activation root) {
        Deque<Visit> path = new ArrayDeque<>();
        Set<Activation> open = new HashSet<>();
        enter(root, path, open);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.next == visit.calls.size()) {
                path.pop();
                open.remove(visit.method);
                results.put(visit.method, visit.result);
                continue;
            }
            Call call = visit.calls.get(visit.next);
            if (!results.containsKey(call.target()) && !open.contains(call.target())) {
                enter(call.target(), path, open);
                continue;
            }
            visit.next++;
            take(visit, call, open.contains(call.target()));
        }
    }

    private void enter(Activation method, Deque<Visit> path, Set<Activation> open) {
        if (!results.containsKey(method)) {
            path.push(new Visit(method, graph));
            open.add(method);
        }
    }

    private void take(Visit visit, Call call, boolean isOpen) {
        Result result = visit.result;
        Result found = results.get(call.target());
        if (result.cycle == null && (isOpen || found.cycle != null)) {
            result.cycle = call;
        }
        if (!isOpen && bytes(graph, visit.method) + found.bytes > result.bytes) {
            result.bytes = bytes(graph, visit.method) + found.bytes;
            result.deepest = call;
        }
    }

    private List<PathFrame> path(Activation root) {
        List<PathFrame> path = new ArrayList<>();
        Activation method = root;
        while (method != null) {
            Call call = results.get(method).deepest;
            path.add(PathFrame.of(graph, method, call));
            method = call == null ? null : call.target();
        }
        return List.copyOf(path);
    }

    /** Follows the ways to cycles until one closes. */
    private List<PathFrame> cycle(Activation root) {
        if (results.get(root).cycle == null) {
            return List.of();
        }
        List<Activation> way = new ArrayList<>();
        Activation method = root;
        while (!way.contains(method)) {
            way.add(method);
            method = results.get(method).cycle.target();
        }
        List<PathFrame> cycle = new ArrayList<>();
        for (Activation each : way.subList(way.indexOf(method), way.size())) {
            cycle.add(PathFrame.of(graph, each, results.get(each).cycle));
        }
        cycle.add(PathFrame.of(graph, method, null));
        return List.copyOf(cycle);
    }
}
