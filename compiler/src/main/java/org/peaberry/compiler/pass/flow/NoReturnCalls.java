/** Ends a block behind a call or operation that never returns. */
package org.peaberry.compiler.pass.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

/** What would follow is not there to be optimized, and the block that calls is known to be a cold one. */
public final class NoReturnCalls implements Pass {
    private final Map<MethodInfo, Boolean> returns = new HashMap<>();

    /** Tells that a method has its final graph. */
    public void finished(MethodInfo method) {
        boolean has = method.graph().blocks().stream().anyMatch(b -> b.terminator().opcode() == Opcode.RETURN);
        returns.put(method, has);
    }

    @Override
    public void run(Graph graph) {
        boolean changed = false;
        for (Block block : List.copyOf(graph.blocks())) {
            for (int i = 0; i < block.instructions().size() - 1; i++) {
                Instruction next = block.instructions().get(i + 1);
                if (neverReturns(block.instructions().get(i)) && next.opcode() != Opcode.UNREACHABLE) {
                    cut(graph, block, i + 1);
                    changed = true;
                }
            }
        }
        if (changed) {
            graph.removeUnreachableBlocks();
            TrivialPhis.remove(graph);
        }
    }

    private boolean neverReturns(Instruction instruction) {
        if (instruction.opcode() == Opcode.INTRINSIC) {
            return instruction.attribute() == Operation.RESUME_AT || instruction.attribute() == Operation.CALL_ON_STACK
                    || instruction.attribute() == Operation.UNDEFINED_INSTRUCTION;
        }
        return instruction.opcode() == Opcode.CALL && instruction.attribute(Invocation.class).kind() == Invocation.Kind.DIRECT
                && !returns.getOrDefault(instruction.attribute(Invocation.class).method(), true);
    }

    /** Moves what follows into a block that nothing leads to, so that its users vanish with it. */
    private static void cut(Graph graph, Block block, int first) {
        Block rest = graph.newBlock();
        Block handler = block.handler();
        List<Instruction> phis = handler == null ? List.of() : handler.phis();
        int edge = handler == null ? -1 : handler.predecessors().indexOf(block);
        List<Instruction> arriving = phis.stream().map(phi -> phi.operand(edge)).toList();
        block.setHandler(null);
        rest.takeEdgesOf(block);
        List<Instruction> moved = block.instructions().subList(first, block.instructions().size());
        List.copyOf(moved).forEach(rest::append);
        moved.clear();
        block.append(graph.create(Opcode.UNREACHABLE, Type.VOID, null).at(block.instructions().get(first - 1).position()));
        if (handler != null && block.instructions().get(first - 1).opcode().mayThrow()) {
            block.setHandler(handler);
            for (int i = 0; i < phis.size(); i++) {
                phis.get(i).addOperand(arriving.get(i));
            }
        }
    }
}
