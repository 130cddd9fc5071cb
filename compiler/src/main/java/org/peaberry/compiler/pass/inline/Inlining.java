/** Puts the bodies of small methods in the place of calls. */
package org.peaberry.compiler.pass.inline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.observe.PassObserver;
import org.peaberry.compiler.pass.Goal;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Intrinsic.Operation;
import org.peaberry.runtime.annotation.NoInline;

/**
 * {@code @Inline} always, {@code @NoInline} never, others when the body costs about as much as the call; where speed is the goal, in loops
 * also when it costs some more, and what only exceptions reach is not counted.
 */
public final class Inlining implements Pass {
    /** Instructions of a body that is inlined without being asked for. */
    private static final int SMALL_BODY = 10;
    /** Instructions of a body with a single call that is inlined without being asked for. */
    private static final int ONCE_CALLED_BODY = 30;
    /** The same two where speed is the goal, and for a call in a loop. */
    private static final int SMALL_FAST_BODY = 20;
    private static final int ONCE_CALLED_FAST_BODY = 100;
    private static final int SMALL_BODY_IN_LOOP = 60;
    /** Of a body that is inlined for speed, times what its normal part may have. */
    private static final int MOST_EXCEPTIONAL = 3;
    /** Instructions a method may grow to by bodies that were not asked for. */
    private static final int LARGE_METHOD = 3000;

    private final Goal goal;
    private final PassObserver observer;
    private final Set<MethodInfo> finished = new HashSet<>();
    private final Map<MethodInfo, Integer> calls = new HashMap<>();

    public Inlining(Goal goal) {
        this(goal, PassObserver.NONE);
    }

    /** @param observer told why calls are kept */
    public Inlining(Goal goal, PassObserver observer) {
        this.goal = goal;
        this.observer = observer;
    }

    /** Counts calls: a method with a single one vanishes when that is inlined. */
    public void countCalls(Graph graph) {
        directCalls(graph).forEach(call -> calls.merge(call.attribute(Invocation.class).method(), 1, Integer::sum));
    }

    /** Tells that a method has its final graph, which may be copied. */
    public void finished(MethodInfo method) {
        finished.add(method);
    }

    @Override
    public void run(Graph graph) {
        boolean inlined = false;
        List<Instruction> direct = directCalls(graph);
        Set<Instruction> inLoops = goal == Goal.SPEED ? inLoops(graph, direct) : Set.of();
        for (Instruction call : direct) {
            MethodInfo callee = call.attribute(Invocation.class).method();
            boolean isInLoop = inLoops.contains(call);
            if (isInlined(call, callee, graph, isInLoop)) {
                new InlinedCall(graph, call, callee.graph()).expand();
                inlined = true;
            } else if (observer.wantsReasons(graph)) {
                observer.callKept(graph, call, reason(call, callee, graph, isInLoop));
            }
        }
        if (inlined) {
            graph.removeUnreachableBlocks();
        }
    }

    private static List<Instruction> directCalls(Graph graph) {
        List<Instruction> found = new ArrayList<>();
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() == Opcode.CALL && instruction.attribute(Invocation.class).kind() == Invocation.Kind.DIRECT) {
                    found.add(instruction);
                }
            }
        }
        return found;
    }

    private static Set<Instruction> inLoops(Graph graph, List<Instruction> calls) {
        if (calls.isEmpty()) {
            return Set.of();
        }
        Loops loops = new Loops(graph, new DominatorTree(graph));
        return calls.stream().filter(call -> loops.depth(call.block()) > 0).collect(Collectors.toSet());
    }

    private boolean isInlined(Instruction call, MethodInfo callee, Graph caller, boolean isInLoop) {
        return isPossible(callee, caller) && (callee.hasAnnotation(Inline.class) || isWorthwhile(call, callee, caller, isInLoop));
    }

    /** Whether the callee's body may take the place of a call. */
    boolean isPossible(MethodInfo callee, Graph caller) {
        return callee.graph() != null && callee.graph() != caller && finished.contains(callee) && !callee.hasAnnotation(NoInline.class)
                && !looksAtItsFrame(callee.graph());
    }

    private boolean isWorthwhile(Instruction call, MethodInfo callee, Graph caller, boolean isInLoop) {
        return !isCold(call) && caller.instructionLimit() < LARGE_METHOD && size(callee.graph()) <= limit(callee, isInLoop);
    }

    private static boolean isCold(Instruction call) {
        Opcode end = call.block().terminator().opcode();
        return end == Opcode.THROW || end == Opcode.UNREACHABLE;
    }

    private int limit(MethodInfo callee, boolean isInLoop) {
        if (goal == Goal.SIZE) {
            return isCalledOnce(callee) ? ONCE_CALLED_BODY : SMALL_BODY;
        }
        if (isCalledOnce(callee)) {
            return ONCE_CALLED_FAST_BODY;
        }
        return isInLoop ? SMALL_BODY_IN_LOOP : SMALL_FAST_BODY;
    }

    private boolean isCalledOnce(MethodInfo callee) {
        return !callee.isVirtual() && calls.getOrDefault(callee, 0) == 1;
    }

    /** Why {@link #isInlined} says no. */
    private String reason(Instruction call, MethodInfo callee, Graph caller, boolean isInLoop) {
        if (callee.graph() == null) {
            return "it is assembly";
        }
        if (callee.graph() == caller || !finished.contains(callee)) {
            return "it is recursive";
        }
        if (callee.hasAnnotation(NoInline.class)) {
            return "it is @NoInline";
        }
        if (looksAtItsFrame(callee.graph())) {
            return "it looks at its own frame";
        }
        return whyNotWorthwhile(call, callee, caller, isInLoop);
    }

    private String whyNotWorthwhile(Instruction call, MethodInfo callee, Graph caller, boolean isInLoop) {
        if (isCold(call)) {
            return "it is only called where an exception follows";
        }
        if (caller.instructionLimit() >= LARGE_METHOD) {
            return "the caller is too large already: " + caller.instructionLimit() + " instructions, limit " + LARGE_METHOD;
        }
        return "callee too large: " + size(callee.graph()) + " > " + limit(callee, isInLoop) + (isCalledOnce(callee) ? ", though nothing else calls it" : "");
    }

    private int size(Graph graph) {
        BodySize size = BodySize.of(graph);
        return goal == Goal.SIZE ? size.all() : Math.max(size.normal(), size.all() / MOST_EXCEPTIONAL);
    }

    private static boolean looksAtItsFrame(Graph graph) {
        return graph.blocks().stream().flatMap(b -> b.instructions().stream()).anyMatch(i -> i.opcode() == Opcode.INTRINSIC
                && (i.attribute() == Operation.RETURN_ADDRESS || i.attribute() == Operation.CALLER_STACK_POINTER));
    }
}
