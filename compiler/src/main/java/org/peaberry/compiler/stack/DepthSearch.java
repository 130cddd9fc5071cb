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
import java.util.function.Function;

/** A depth-first walk; calls back to what is on the walk's path are cycles, and are left out of depths. */
final class DepthSearch {
    /** Code, and whether an exception is being thrown, so that no other is followed. */
    private record State(StackNode node, boolean isThrowing) {
        @Override
        public boolean equals(Object other) {
            return other instanceof State state && state.node == node && state.isThrowing == isThrowing;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node) * 2 + (isThrowing ? 1 : 0);
        }
    }

    /** Where to go on from a state: the deepest way, and the way to a cycle; null for none. */
    private static final class Result {
        private int bytes;
        private StackCall deepestCall;
        private State deepest;
        private StackCall cycleCall;
        private State cycle;
    }

    /** A state on the walk's path, with the next of its calls to look at. */
    private static final class Visit {
        private final State state;
        private final Result result = new Result();
        private int next;

        private Visit(State state) {
            this.state = state;
            result.bytes = state.node().bytes();
        }
    }

    private final Function<String, StackNode> nodes;
    private final Map<String, StackNode> known = new HashMap<>();
    private final Map<State, Result> results = new HashMap<>();

    DepthSearch(Function<String, StackNode> nodes) {
        this.nodes = nodes;
    }

    StackDepth depth(String symbol, boolean isThrowing) {
        State root = new State(node(symbol), isThrowing);
        walk(root);
        return new StackDepth(results.get(root).bytes, path(root), cycle(root));
    }

    private StackNode node(String symbol) {
        return known.computeIfAbsent(symbol, nodes);
    }

    private void walk(State root) {
        Deque<Visit> path = new ArrayDeque<>();
        Set<State> open = new HashSet<>();
        enter(root, path, open);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.next == visit.state.node().calls().size()) {
                path.pop();
                open.remove(visit.state);
                results.putIfAbsent(visit.state, visit.result);
                continue;
            }
            StackCall call = visit.state.node().calls().get(visit.next);
            State target = target(visit.state, call);
            if (target != null && !results.containsKey(target) && !open.contains(target)) {
                enter(target, path, open);
                continue;
            }
            visit.next++;
            if (target != null) {
                take(visit, call, target, open.contains(target));
            }
        }
    }

    private void enter(State state, Deque<Visit> path, Set<State> open) {
        if (!results.containsKey(state)) {
            path.push(new Visit(state));
            open.add(state);
        }
    }

    /** Null for a call that is not followed. */
    private State target(State from, StackCall call) {
        if (call.isFailure() && from.isThrowing()) {
            return null;
        }
        return new State(node(call.target()), from.isThrowing() || call.isFailure());
    }

    private void take(Visit visit, StackCall call, State target, boolean isOpen) {
        Result result = visit.result;
        Result found = results.get(target);
        if (isOpen || found.cycle != null) {
            if (result.cycle == null) {
                result.cycle = target;
                result.cycleCall = call;
            }
        }
        if (!isOpen && visit.state.node().bytes() + found.bytes > result.bytes) {
            result.bytes = visit.state.node().bytes() + found.bytes;
            result.deepest = target;
            result.deepestCall = call;
        }
    }

    private List<StackFrame> path(State root) {
        List<StackFrame> path = new ArrayList<>();
        for (State state = root; state != null; state = results.get(state).deepest) {
            path.add(frame(state, results.get(state).deepestCall));
        }
        return List.copyOf(path);
    }

    /** Follows the ways to cycles until one closes. */
    private List<StackFrame> cycle(State root) {
        if (results.get(root).cycle == null) {
            return List.of();
        }
        List<State> way = new ArrayList<>();
        State state = root;
        while (!way.contains(state)) {
            way.add(state);
            state = results.get(state).cycle;
        }
        List<StackFrame> cycle = new ArrayList<>();
        for (State each : way.subList(way.indexOf(state), way.size())) {
            cycle.add(frame(each, results.get(each).cycleCall));
        }
        cycle.add(frame(state, null));
        return List.copyOf(cycle);
    }

    private static StackFrame frame(State state, StackCall call) {
        return new StackFrame(state.node().symbol(), state.node().method(), state.node().bytes(), call == null ? null : call.position());
    }
}
