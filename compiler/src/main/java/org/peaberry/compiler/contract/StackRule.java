/** A @BoundedStack method takes no more of the stack than it says; checked when the machine code is there. */
package org.peaberry.compiler.contract;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.tree.AnnotationNode;
import org.peaberry.compiler.contract.stack.Activation;
import org.peaberry.compiler.contract.stack.StackCycles;
import org.peaberry.compiler.contract.stack.StackDepth;
import org.peaberry.compiler.contract.stack.StackFrame;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.contract.stack.StackGraph;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.BoundedStack;

public final class StackRule {
    private static final int SHOWN_FRAMES = 12;

    private final StackGraph graph;
    private final StackDepth depth;
    private final List<String> violations = new ArrayList<>();
    private final List<StackBound> bounds = new ArrayList<>();

    private StackRule(StackGraph graph) {
        this.graph = graph;
        this.depth = new StackDepth(graph);
    }

    /** Looks at all methods with the contract. */
    public static StackRule check(StackGraph graph) {
        StackRule rule = new StackRule(graph);
        graph.methods().stream().filter(method -> method.hasAnnotation(BoundedStack.class)).forEach(rule::check);
        return rule;
    }

    /** Each a complete message. */
    public List<String> violations() {
        return violations;
    }

    /** What was proven, in the order of the code. */
    public List<StackBound> bounds() {
        return bounds;
    }

    private void check(MethodInfo root) {
        AnnotationNode contract = root.annotation(BoundedStack.class);
        int limit = (Integer) Annotations.element(contract, "bytes");
        Activation start = Activation.of(root);
        List<StackCycles.Cycle> cycles = StackCycles.below(graph, start);
        cycles.forEach(cycle -> violations.add(recursion(root, contract, cycle)));
        List<Activation> unknown = StackCycles.reachable(graph, start).stream().filter(each -> !graph.frame(each).isKnown()).toList();
        unknown.forEach(function -> violations.add(unknown(root, contract, function)));
        if (cycles.isEmpty() && unknown.isEmpty()) {
            StackBound bound = new StackBound(root, depth.of(start), limit);
            bounds.add(bound);
            if (!bound.holds()) {
                violations.add(tooDeep(bound, contract));
            }
        }
    }

    private static String recursion(MethodInfo root, AnnotationNode contract, StackCycles.Cycle cycle) {
        StackFrame.Call closing = cycle.cycle().get(cycle.cycle().size() - 1);
        String loop = Violation.shortName(closing.target().method()) + chain(cycle.cycle());
        return Violation.describe(place(root, closing), "recursion below a @BoundedStack method", loop, Violation.shortName(root) + chain(cycle.path()),
                reason(root, contract), "a loop with an array of what is left to do, or end the chain of calls before it comes back; in library code, a @GuardedRecursion");
    }

    private String unknown(MethodInfo root, AnnotationNode contract, Activation function) {
        List<StackFrame.Call> path = StackCycles.path(graph, Activation.of(root), function);
        return Violation.describe(place(root, path.get(path.size() - 1)), "assembly function of unknown stack depth below a @BoundedStack method",
                Violation.shortName(function.method()) + "(…)", Violation.shortName(root) + chain(path), reason(root, contract),
                "tell what it takes: @ExternalFunction(value = \"…\", stack = bytes)");
    }

    private String tooDeep(StackBound bound, AnnotationNode contract) {
        MethodInfo root = bound.method();
        StringBuilder frames = new StringBuilder(frame(Activation.of(root)));
        List<StackFrame.Call> path = depth.deepestPath(Activation.of(root));
        path.stream().limit(SHOWN_FRAMES).forEach(call -> frames.append(", ").append(frame(call.target())));
        if (path.size() > SHOWN_FRAMES) {
            frames.append(", … ").append(path.size() - SHOWN_FRAMES).append(" more");
        }
        return Violation.describe(place(root, null), "the stack gets deeper than a @BoundedStack method says",
                bound.depth() + " bytes at most, " + bound.limit() + " are allowed: " + frames, Violation.shortName(root) + chain(path), reason(root, contract),
                "make the frames on this path smaller (fewer live values, @NoInline on what is rarely called), the path shorter, or give it more stack and say so");
    }

    private String frame(Activation method) {
        return Violation.shortName(method.method()) + " " + graph.frame(method).bytes();
    }

    private static SourcePosition place(MethodInfo root, StackFrame.Call call) {
        boolean isKnown = call != null && call.position() != null;
        return isKnown ? call.position() : new SourcePosition(root, root.firstLine(), null);
    }

    private static String reason(MethodInfo root, AnnotationNode contract) {
        return Annotations.element(contract, "reason") + " (contract of " + Violation.shortName(root) + ")";
    }

    private static String chain(List<StackFrame.Call> calls) {
        StringBuilder text = new StringBuilder();
        for (StackFrame.Call call : calls) {
            text.append(call.position() == null ? "" : " (" + Violation.place(call.position()) + ")").append(" → ").append(Violation.shortName(call.target().method()));
        }
        return text.toString();
    }
}
