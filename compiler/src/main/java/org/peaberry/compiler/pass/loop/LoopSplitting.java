/** Lets counted loops make the iterations first whose indices are surely within bounds, without checks. */
package org.peaberry.compiler.pass.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.check.Facts;
import org.peaberry.compiler.pass.check.Nullness;
import org.peaberry.compiler.pass.check.Ranges;

/** Innermost loops only. */
public final class LoopSplitting implements Pass {
    private static final int MOST_INSTRUCTIONS = 100;
    private static final int MOST_BOUNDS = 4;

    private final Nullness nullness;

    public LoopSplitting(Nullness nullness) {
        this.nullness = nullness;
    }

    @Override
    public void run(Graph graph) {
        DominatorTree dominators = new DominatorTree(graph);
        Loops loops = new Loops(graph, dominators);
        Ranges ranges = new Ranges(Facts.ofChecks(graph, dominators, nullness));
        List<LoopSplit> splits = new ArrayList<>();
        for (Block header : loops.headers()) {
            CountedLoop loop = loops.isInnermost(header) && isSmall(loops.body(header)) ? CountedLoop.of(loops, header) : null;
            List<IndexCheck> checks = loop == null || isRest(loops, loop) ? List.of() : checks(dominators, loop, ranges);
            if (!checks.isEmpty() && IndexCheck.bounds(checks).size() <= MOST_BOUNDS) {
                splits.add(new LoopSplit(graph, loop, checks));
            }
        }
        splits.forEach(LoopSplit::make);
        if (!splits.isEmpty()) {
            graph.removeUnreachableBlocks();
            TrivialPhis.remove(graph);
        }
    }

    /** Whether the loop goes on where another one has stopped: it was split already, in a method that was inlined. */
    private static boolean isRest(Loops loops, CountedLoop loop) {
        Instruction start = loop.start();
        CountedLoop other = start.opcode() == Opcode.PHI && loops.headers().contains(start.block()) ? CountedLoop.of(loops, start.block()) : null;
        return other != null && other.index() == start && !other.body().contains(loop.header());
    }

    private static boolean isSmall(Set<Block> body) {
        return body.stream().mapToInt(block -> block.instructions().size()).sum() <= MOST_INSTRUCTIONS;
    }

    /** Those that pass while the index is below a bound. */
    private static List<IndexCheck> checks(DominatorTree dominators, CountedLoop loop, Ranges ranges) {
        long least = ranges.of(loop.start(), loop.before()).least();
        List<IndexCheck> found = new ArrayList<>();
        for (Block block : dominators.preorder()) {
            for (Instruction instruction : loop.body().contains(block) ? block.instructions() : List.<Instruction>of()) {
                IndexCheck check = instruction.opcode() == Opcode.BOUNDS_CHECK ? IndexCheck.of(instruction, loop) : null;
                if (check != null && least + check.offset() >= 0) {
                    found.add(check);
                }
            }
        }
        return found;
    }
}
