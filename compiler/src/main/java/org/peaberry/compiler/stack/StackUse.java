/** Worst-case stack depth of any method, whether or not it has a bound. */
package org.peaberry.compiler.stack;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.contract.stack.Activation;
import org.peaberry.compiler.contract.stack.StackDepth;
import org.peaberry.compiler.contract.stack.StackFrame.Call;
import org.peaberry.compiler.contract.stack.StackGraph;
import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;

/**
 * Over the call graph of the bounded-stack contract, and by its figures where it has one. A frame is what a method's prologue takes and the return address. A dispatched
 * call reaches what the closed world says. Throwing takes stack too: the runtime runs below the frame that throws. A trap or an interrupt counts as nothing: it has an
 * entry point of its own.
 */
public final class StackUse {
    private final StackGraph graph;
    private final StackDepth bounds;
    private final DepthSearch search;

    private StackUse(StackGraph graph) {
        this.graph = graph;
        bounds = new StackDepth(graph);
        search = new DepthSearch(graph);
    }

    /** @param methods compiled, with their final graphs */
    public static StackUse of(ClosedWorld world, List<CompiledMethod> methods) {
        return new StackUse(StackGraph.of(world, methods));
    }

    /** The most stack that a call of the method takes, its return address included. */
    public DeepestPath depth(MethodInfo method) {
        Activation root = Activation.of(method);
        long bound = bounds.of(root);
        return bound == StackDepth.UNBOUNDED ? search.depth(root) : new DeepestPath(bound, path(root), List.of());
    }

    private List<PathFrame> path(Activation root) {
        List<PathFrame> path = new ArrayList<>();
        Activation method = root;
        for (Call call : bounds.deepestPath(root)) {
            path.add(PathFrame.of(graph, method, call));
            method = call.target();
        }
        path.add(PathFrame.of(graph, method, null));
        return path;
    }

    /** The same as long as nothing throws: the program's own calls, without those that only an exception follows. */
    public DeepestPath depthWithoutExceptions(MethodInfo method) {
        return search.depth(Activation.withoutFailures(method));
    }
}
