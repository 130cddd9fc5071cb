/** A throw whose handler is in the same method becomes a jump. */
package org.peaberry.compiler.pass.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;

/** The jump goes behind the place where the handler takes the exception that the unwinder brings. The trace was captured when the exception was made. */
public final class LocalThrows implements Pass {
    @Override
    public void run(Graph graph) {
        Map<Block, Block> bodies = new HashMap<>();
        for (Block block : List.copyOf(graph.blocks())) {
            if (block.terminator().opcode() == Opcode.THROW && block.handler() != null) {
                Block handler = block.handler();
                jump(graph, block, bodies.computeIfAbsent(handler, h -> split(graph, h)));
            }
        }
        if (!bodies.isEmpty()) {
            graph.removeUnreachableBlocks();
            TrivialPhis.remove(graph);
        }
    }

    /** Moves what follows the exception into a block that starts with phis: for each of the handler's, then for the exception. */
    private static Block split(Graph graph, Block handler) {
        Block body = graph.newBlock();
        body.takeEdgesOf(handler);
        List<Instruction> taken = handler.phis();
        List<Instruction> all = handler.instructions();
        Instruction exception = all.get(taken.size());
        List<Instruction> moved = all.subList(taken.size() + 1, all.size());
        List<Instruction> rest = List.copyOf(moved);
        moved.clear();
        for (Instruction value : List.copyOf(all)) {
            Instruction phi = graph.create(Opcode.PHI, value.type(), null).at(value.position());
            value.replaceUsesWith(phi);
            phi.addOperand(value);
            body.append(phi);
        }
        rest.forEach(body::append);
        handler.append(graph.create(Opcode.GOTO, Type.VOID, null).at(exception.position()));
        // The edge to the body counts as its first.
        handler.addSuccessor(body);
        return body;
    }

    private static void jump(Graph graph, Block block, Block body) {
        Block handler = block.handler();
        int edge = handler.predecessors().indexOf(block);
        List<Instruction> arriving = new ArrayList<>(handler.phis().stream().map(phi -> phi.operand(edge)).toList());
        arriving.add(block.terminator().operand(0));
        block.setHandler(null);
        Edits.replaceTerminator(graph, block, graph.create(Opcode.GOTO, Type.VOID, null));
        block.addSuccessor(body);
        List<Instruction> phis = body.phis();
        for (int i = 0; i < arriving.size(); i++) {
            phis.get(i).addOperand(arriving.get(i));
        }
    }
}
