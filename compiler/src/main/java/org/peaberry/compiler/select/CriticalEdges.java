/** Splits the edges that lead from a block with several successors to one with several predecessors, to make room for moves. */
package org.peaberry.compiler.select;

import java.util.ArrayList;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

final class CriticalEdges {
    private CriticalEdges() {
    }

    static void split(Graph graph) {
        for (Block block : new ArrayList<>(graph.blocks())) {
            if (block.successors().size() < 2) {
                continue;
            }
            for (int i = 0; i < block.successors().size(); i++) {
                if (block.successors().get(i).predecessors().size() > 1) {
                    split(graph, block, i);
                }
            }
        }
    }

    private static void split(Graph graph, Block block, int edge) {
        Block target = block.successors().get(edge);
        Block middle = graph.newBlock();
        middle.append(graph.create(Opcode.GOTO, Type.VOID, null).at(block.terminator().position()));
        int operand = operandIndex(block, edge, target);
        target.predecessors().set(operand, middle);
        middle.successors().add(target);
        block.successors().set(edge, middle);
        middle.predecessors().add(block);
    }

    /** Which of the target's predecessor entries belongs to this edge: the block may lead there more than once. */
    private static int operandIndex(Block block, int edge, Block target) {
        int skip = 0;
        for (int i = 0; i < edge; i++) {
            if (block.successors().get(i) == target) {
                skip++;
            }
        }
        for (int i = 0; i < target.predecessors().size(); i++) {
            if (target.predecessors().get(i) == block && skip-- == 0) {
                return i;
            }
        }
        throw new IllegalStateException(block + " is no predecessor of " + target);
    }
}
