/** Takes away the checks of references, indices, casts and array stores, to measure what they cost: what is left is not Java. */
package org.peaberry.compiler.pass.check;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;

public final class CheckRemoval implements Pass {
    @Override
    public void run(Graph graph) {
        for (Block block : graph.blocks()) {
            List.copyOf(block.instructions()).forEach(CheckRemoval::visit);
        }
        graph.removeUnreachableBlocks();
        TrivialPhis.remove(graph);
    }

    private static void visit(Instruction instruction) {
        switch (instruction.opcode()) {
            case NULL_CHECK, BOUNDS_CHECK, STORE_CHECK -> Edits.remove(instruction);
            case CHECK_CAST -> Edits.replace(instruction, instruction.operand(0));
            default -> { }
        }
    }
}
