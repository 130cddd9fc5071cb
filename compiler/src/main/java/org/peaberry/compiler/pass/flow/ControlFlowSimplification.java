/** Straightens control flow: merges blocks, skips empty ones, threads jumps through blocks that only decide again. */
package org.peaberry.compiler.pass.flow;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;

public final class ControlFlowSimplification implements Pass {
    @Override
    public void run(Graph graph) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : List.copyOf(graph.blocks())) {
                if (isReachable(graph, block)) {
                    changed |= simplify(graph, block);
                }
            }
            graph.removeUnreachableBlocks();
            TrivialPhis.remove(graph);
        }
    }

    private static boolean isReachable(Graph graph, Block block) {
        return block == graph.entry() || !block.predecessors().isEmpty();
    }

    private static boolean simplify(Graph graph, Block block) {
        boolean changed = BooleanDiamonds.replace(graph, block);
        changed |= collapseBranch(graph, block);
        changed |= JumpThreading.thread(graph, block);
        changed |= skipEmpty(block);
        while (mergeWithSuccessor(graph, block)) {
            changed = true;
        }
        return changed;
    }

    /** A branch or switch whose edges all lead to one block is a jump. */
    private static boolean collapseBranch(Graph graph, Block block) {
        if (block.successors().size() < 2 || block.successors().stream().distinct().count() > 1) {
            return false;
        }
        Edits.jumpAlong(graph, block, 0);
        return true;
    }

    private static boolean mergeWithSuccessor(Graph graph, Block block) {
        if (block.terminator().opcode() != Opcode.GOTO || block.handler() != null) {
            return false;
        }
        Block next = block.successors().get(0);
        if (next == block || next.predecessors().size() != 1 || !next.phis().isEmpty() || next.handler() != null && throwsSomething(block)) {
            return false;
        }
        block.terminator().remove();
        block.removeSuccessor(0);
        List<Instruction> moved = List.copyOf(next.instructions());
        next.instructions().clear();
        moved.forEach(block::append);
        block.takeEdgesOf(next);
        graph.blocks().remove(next);
        return true;
    }

    private static boolean throwsSomething(Block block) {
        return block.instructions().stream().anyMatch(i -> i.opcode().mayThrow());
    }

    /** Edges to a block that only jumps go where it jumps to. */
    private static boolean skipEmpty(Block block) {
        if (block.instructions().size() != 1 || block.terminator().opcode() != Opcode.GOTO || block.successors().get(0) == block) {
            return false;
        }
        boolean changed = false;
        for (Block predecessor : List.copyOf(block.predecessors())) {
            changed |= redirect(predecessor, block, block.successors().get(0));
        }
        return changed;
    }

    private static boolean redirect(Block predecessor, Block empty, Block target) {
        if (predecessor.allSuccessors().contains(target) || !predecessor.successors().contains(empty)) {
            return false;
        }
        int from = target.predecessors().indexOf(empty);
        List<Instruction> arriving = target.phis().stream().map(phi -> phi.operand(from)).toList();
        for (int i = 0; i < predecessor.successors().size(); i++) {
            if (predecessor.successors().get(i) == empty) {
                predecessor.replaceSuccessor(i, target);
                List<Instruction> phis = target.phis();
                for (int p = 0; p < phis.size(); p++) {
                    phis.get(p).addOperand(arriving.get(p));
                }
            }
        }
        return true;
    }
}
