/** Lets loops that only fill an array, or copy one to another, do it with one instruction when there is much to do. */
package org.peaberry.compiler.pass.loop;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.pass.Pass;

/** Counted loops of two blocks without checks. The loop itself stays, for short arrays. */
public final class LoopFills implements Pass {
    @Override
    public void run(Graph graph) {
        Loops loops = new Loops(graph, new DominatorTree(graph));
        boolean changed = false;
        for (Block header : List.copyOf(loops.headers())) {
            CountedLoop loop = loops.body(header).size() == 2 ? CountedLoop.of(loops, header) : null;
            LoopFill fill = loop == null || loop.step() != 1 || header.phis().size() != 1 ? null : fill(graph, loop);
            if (fill != null && fill.isPossible()) {
                fill.make();
                changed = true;
            }
        }
        if (changed) {
            TrivialPhis.remove(graph);
        }
    }

    /** When the loop does nothing but store an element. */
    private static LoopFill fill(Graph graph, CountedLoop loop) {
        Block work = loop.header().successors().get(1 - loop.exit());
        Instruction store = null;
        for (Instruction instruction : work.instructions()) {
            if (instruction.opcode() == Opcode.ARRAY_STORE && store == null) {
                store = instruction;
            } else if (!instruction.opcode().isRemovable() && instruction.opcode() != Opcode.GOTO) {
                return null;
            }
        }
        return store == null || work.handler() != null ? null : new LoopFill(graph, loop, store);
    }
}
