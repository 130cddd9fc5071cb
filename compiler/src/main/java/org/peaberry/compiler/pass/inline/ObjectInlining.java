/** Inlines the methods that are all that lets a new object out of its method, so that the object can vanish. */
package org.peaberry.compiler.pass.inline;

import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.world.MethodInfo;

/** Only where none of them keeps the object, and all together are not long. */
public final class ObjectInlining implements Pass {
    /** Calls of inlined methods are looked at again. */
    private static final int ROUNDS = 4;
    /** Instructions that may be added for one object in a round. */
    private static final int LARGEST = 90;
    /** Instructions that a method may grow to. */
    private static final int LARGE_METHOD = 3000;

    private final Inlining inlining;
    private final Pass devirtualization;

    public ObjectInlining(Inlining inlining, Pass devirtualization) {
        this.inlining = inlining;
        this.devirtualization = devirtualization;
    }

    @Override
    public void run(Graph graph) {
        for (int round = 0; round < ROUNDS && inlineCalls(graph); round++) {
            graph.removeUnreachableBlocks();
            devirtualization.run(graph);
        }
    }

    private boolean inlineCalls(Graph graph) {
        boolean inlined = false;
        for (Instruction object : allocations(graph)) {
            Set<Instruction> calls = object.block() == null || graph.instructionLimit() > LARGE_METHOD ? Set.of() : new ObjectCalls(inlining, graph).of(object);
            if (!calls.isEmpty() && size(calls) <= LARGEST) {
                calls.forEach(call -> new InlinedCall(graph, call, callee(call).graph()).expand());
                inlined = true;
            }
        }
        return inlined;
    }

    private static List<Instruction> allocations(Graph graph) {
        return graph.blocks().stream().filter(block -> !isCold(block)).flatMap(block -> block.instructions().stream())
                .filter(instruction -> instruction.opcode() == Opcode.NEW || instruction.opcode() == Opcode.NEW_ARRAY).toList();
    }

    private static boolean isCold(Block block) {
        Opcode end = block.terminator().opcode();
        return end == Opcode.THROW || end == Opcode.UNREACHABLE;
    }

    private static int size(Set<Instruction> calls) {
        return calls.stream().mapToInt(call -> BodySize.of(callee(call).graph()).all()).sum();
    }

    private static MethodInfo callee(Instruction call) {
        return call.attribute(Invocation.class).method();
    }
}
