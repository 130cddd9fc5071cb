/** Puts the bodies of small methods in the place of calls. */
package org.peaberry.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.observe.PassObserver;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Intrinsic.Operation;
import org.peaberry.runtime.annotation.NoInline;

/** @Inline always, @NoInline never, others when the body costs about as much as the call. */
public final class Inlining implements Pass {
    /** Instructions of a body that is inlined without being asked for. */
    private static final int SMALL_BODY = 10;
    /** Instructions of a body with a single call that is inlined without being asked for. */
    private static final int ONCE_CALLED_BODY = 30;
    /** Instructions a method may grow to by bodies that were not asked for. */
    private static final int LARGE_METHOD = 3000;

    private final PassObserver observer;
    private final Set<MethodInfo> finished = new HashSet<>();
    private final Map<MethodInfo, Integer> calls = new HashMap<>();

    public Inlining() {
        this(PassObserver.NONE);
    }

    /** @param observer told why calls are kept */
    public Inlining(PassObserver observer) {
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
        for (Instruction call : directCalls(graph)) {
            MethodInfo callee = call.attribute(Invocation.class).method();
            if (isInlined(call, callee, graph)) {
                new InlinedCall(graph, call, callee.graph()).expand();
                inlined = true;
            } else if (observer.wantsReasons(graph)) {
                observer.callKept(graph, call, reason(call, callee, graph));
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

    private boolean isInlined(Instruction call, MethodInfo callee, Graph caller) {
        if (callee.graph() == null || callee.graph() == caller || !finished.contains(callee) || callee.hasAnnotation(NoInline.class)
                || looksAtItsFrame(callee.graph())) {
            return false;
        }
        return callee.hasAnnotation(Inline.class) || isWorthwhile(call, callee, caller);
    }

    private boolean isWorthwhile(Instruction call, MethodInfo callee, Graph caller) {
        return !isCold(call) && caller.instructionLimit() < LARGE_METHOD && size(callee.graph()) <= limit(callee);
    }

    private static boolean isCold(Instruction call) {
        Opcode end = call.block().terminator().opcode();
        return end == Opcode.THROW || end == Opcode.UNREACHABLE;
    }

    private int limit(MethodInfo callee) {
        return isCalledOnce(callee) ? ONCE_CALLED_BODY : SMALL_BODY;
    }

    private boolean isCalledOnce(MethodInfo callee) {
        return !callee.isVirtual() && calls.getOrDefault(callee, 0) == 1;
    }

    /** Why {@link #isInlined} says no. */
    private String reason(Instruction call, MethodInfo callee, Graph caller) {
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
        return whyNotWorthwhile(call, callee, caller);
    }

    private String whyNotWorthwhile(Instruction call, MethodInfo callee, Graph caller) {
        if (isCold(call)) {
            return "it is only called where an exception follows";
        }
        if (caller.instructionLimit() >= LARGE_METHOD) {
            return "the caller is too large already: " + caller.instructionLimit() + " instructions, limit " + LARGE_METHOD;
        }
        return "callee too large: " + size(callee.graph()) + " > " + limit(callee) + (isCalledOnce(callee) ? ", though nothing else calls it" : "");
    }

    /** Instructions that cost something. */
    private static int size(Graph graph) {
        int size = 0;
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                size += switch (instruction.opcode()) {
                    case CONST, NULL, OBJECT, PARAMETER, PHI, GOTO, RETURN, SYMBOL, TYPE_INFORMATION -> 0;
                    case CALL -> 2 + instruction.operands().size();
                    default -> 1;
                };
            }
        }
        return size;
    }

    private static boolean looksAtItsFrame(Graph graph) {
        return graph.blocks().stream().flatMap(b -> b.instructions().stream()).anyMatch(i -> i.opcode() == Opcode.INTRINSIC
                && (i.attribute() == Operation.RETURN_ADDRESS || i.attribute() == Operation.CALLER_STACK_POINTER));
    }
}
