/** Copies the first iteration of small loops in front of them: what it has checked and read needs no check and no reading in the others. */
package org.peaberry.compiler.pass.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.pass.Pass;

/** For innermost loops without calls in which something gains. Each is peeled once. */
public final class LoopPeeling implements Pass {
    private static final int MOST_INSTRUCTIONS = 80;

    @Override
    public void run(Graph graph) {
        DominatorTree dominators = new DominatorTree(graph);
        Loops loops = new Loops(graph, dominators);
        List<Block> peeled = new ArrayList<>();
        for (Block header : loops.headers()) {
            if (isSuitable(loops, header) && new LoopGain(dominators, header, loops.body(header)).isWorthwhile()) {
                peeled.add(header);
            }
        }
        for (Block header : peeled) {
            peel(graph, header, loops.body(header));
        }
        if (!peeled.isEmpty()) {
            TrivialPhis.remove(graph);
        }
    }

    private static boolean isSuitable(Loops loops, Block header) {
        Set<Block> body = loops.body(header);
        return loops.isInnermost(header)
                && header.predecessors().stream().filter(p -> !body.contains(p)).count() == 1
                && body.stream().noneMatch(block -> block.handler() == header)
                && body.stream().mapToInt(block -> block.instructions().size()).sum() <= MOST_INSTRUCTIONS;
    }

    /** Copies the first iteration of a loop with one way in, in front of it. */
    static void peel(Graph graph, Block header, Set<Block> body) {
        Block before = header.predecessors().stream().filter(p -> !body.contains(p)).findFirst().orElseThrow();
        if (before.handler() == header) {
            return;
        }
        RegionCopy copy = new RegionCopy(graph, header, body);
        int edge = header.predecessors().indexOf(before);
        header.phis().forEach(phi -> copy.substitute(phi, phi.operand(edge)));
        copy.makeIteration();
        before.replaceSuccessor(before.successors().indexOf(header), copy.blocks().get(header));
        new DefinitionRepair(graph, copy).repair();
    }
}
