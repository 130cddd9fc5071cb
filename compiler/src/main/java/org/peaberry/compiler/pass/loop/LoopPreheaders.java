/** Gives loops a block of their own through which alone they are entered: the place for what is computed in front of them. */
package org.peaberry.compiler.pass.loop;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;

/** Loops that have one are left alone, and those that exceptions enter. {@link ControlFlowSimplification} removes the blocks that stay empty. */
public final class LoopPreheaders implements Pass {
    @Override
    public void run(Graph graph) {
        Loops loops = new Loops(graph, new DominatorTree(graph));
        for (Block header : loops.headers()) {
            List<Block> outside = header.predecessors().stream().filter(p -> !loops.body(header).contains(p)).distinct().toList();
            if (loops.preheader(header) == null && !outside.isEmpty() && outside.stream().noneMatch(p -> p.handler() == header)) {
                insert(graph, header, outside);
            }
        }
    }

    private static void insert(Graph graph, Block header, List<Block> outside) {
        List<Instruction> phis = header.phis();
        Block made = graph.newBlock();
        List<Instruction> merged = phis.stream().map(phi -> made.append(graph.create(Opcode.PHI, phi.type(), null).at(phi.position()))).toList();
        for (Block from : outside) {
            for (int i = 0; i < from.successors().size(); i++) {
                if (from.successors().get(i) == header) {
                    int edge = header.predecessors().indexOf(from);
                    for (int p = 0; p < merged.size(); p++) {
                        merged.get(p).addOperand(phis.get(p).operand(edge));
                    }
                    from.replaceSuccessor(i, made);
                }
            }
        }
        made.append(graph.create(Opcode.GOTO, Type.VOID, null).at(header.terminator().position()));
        made.addSuccessor(header);
        for (int p = 0; p < merged.size(); p++) {
            phis.get(p).addOperand(merged.get(p));
            replaceByOnlyOperand(merged.get(p));
        }
    }

    private static void replaceByOnlyOperand(Instruction phi) {
        if (phi.operands().stream().distinct().count() == 1) {
            Edits.replace(phi, phi.operand(0));
        }
    }
}
