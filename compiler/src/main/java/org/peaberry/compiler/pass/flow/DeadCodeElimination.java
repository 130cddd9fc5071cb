/** Removes computations that nothing needs, and blocks that cannot be reached. */
package org.peaberry.compiler.pass.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.pass.Pass;

/** What has an effect is needed, and so is what it uses; phis that only feed each other go too. */
public final class DeadCodeElimination implements Pass {
    @Override
    public void run(Graph graph) {
        graph.removeUnreachableBlocks();
        BitSet needed = needed(graph);
        List<Instruction> dead = new ArrayList<>();
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (!needed.get(instruction.id())) {
                    dead.add(instruction);
                }
            }
        }
        dead.forEach(Instruction::clearOperands);
        dead.forEach(Instruction::remove);
    }

    private static BitSet needed(Graph graph) {
        BitSet needed = new BitSet(graph.instructionLimit());
        Deque<Instruction> work = new ArrayDeque<>();
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (!instruction.opcode().isRemovable() && !needed.get(instruction.id())) {
                    needed.set(instruction.id());
                    work.add(instruction);
                }
            }
        }
        while (!work.isEmpty()) {
            for (Instruction operand : work.poll().operands()) {
                if (!needed.get(operand.id())) {
                    needed.set(operand.id());
                    work.add(operand);
                }
            }
        }
        return needed;
    }
}
