/** Worst-case stack depth of any method, whether or not it has a bound. */
package org.peaberry.compiler.stack;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.contract.stack.Activation;
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
    private final org.peaberry.compiler.contract.stack.StackDepth bounds;
    private final DepthSearch search;

    private StackUse(StackGraph graph) {
        this.graph = graph;
        bounds = new org.peaberry.compiler.contract.stack.StackDepth(graph);
        search = new DepthSearch(graph);
    }

    /** @param methods compiled, with their final graphs */
    public static StackUse of(ClosedWorld world, List<CompiledMethod> methods) {
        return new StackUse(StackGraph.of(world, methods));
    }

    /** The most stack that a call of the method takes, its return address included. */
    public StackDepth depth(MethodInfo method) {
        Activation root = Activation.of(method);
        long bound = bounds.of(root);
        return bound == org.peaberry.compiler.contract.stack.StackDepth.UNBOUNDED ? search.depth(root) : new StackDepth(bound, path(root), List.of());
    }

    private List<StackFrame> path(Activation root) {
        List<StackFrame> path = new ArrayList<>();
        Activation method = root;
        for (Call call : bounds.deepestPath(root)) {
            path.add(StackFrame.of(graph, method, call));
            method = call.target();
        }
        path.add(StackFrame.of(graph, method, null));
        return path;
    }

    /** The same as long as nothing throws: the program's own calls, without those that only an exception follows. */
    public StackDepth depthWithoutExceptions(MethodInfo method) {
        return search.depth(Activation.withoutFailures(method));
    }
}
