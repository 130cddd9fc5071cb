/** Replaces loops that run a few times, always as often, by that many copies of what they do. */
package org.peaberry.compiler.pass.loop;

import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.TrivialPhis;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;

/** Short innermost loops from one constant to another; they may be left earlier. What the copies test is left to {@link ConstantFolding}. */
public final class LoopUnrolling implements Pass {
    private static final int MOST_ITERATIONS = 8;
    private static final int MOST_INSTRUCTIONS = 100;
    /** Of one method. */
    private static final int MOST = 8;

    @Override
    public void run(Graph graph) {
        for (int i = 0; i < MOST && unrollOne(graph); i++) {
            graph.removeUnreachableBlocks();
            TrivialPhis.remove(graph);
        }
    }

    private static boolean unrollOne(Graph graph) {
        Loops loops = new Loops(graph, new DominatorTree(graph));
        for (Block header : loops.headers()) {
            CountedLoop loop = loops.isInnermost(header) && isPlain(header, loops.body(header)) ? CountedLoop.of(loops, header) : null;
            int iterations = loop == null ? 0 : iterations(loop);
            if (iterations > 0 && iterations * size(loop.body()) <= MOST_INSTRUCTIONS) {
                unroll(graph, loop, iterations);
                return true;
            }
        }
        return false;
    }

    /** One jump leads back, and nothing in the loop is caught by it. */
    private static boolean isPlain(Block header, Set<Block> body) {
        return header.predecessors().stream().filter(body::contains).count() == 1 && body.stream().noneMatch(block -> block.handler() == header);
    }

    /** How often the loop runs unless it is left; 0 when that is not known, or too often, or when the index passes the greatest INT and starts anew. */
    private static int iterations(CountedLoop loop) {
        if (!loop.start().isConstant() || !loop.limit().isConstant()) {
            return 0;
        }
        long distance = loop.limit().constantValue() - loop.start().constantValue();
        long iterations = (distance + loop.step() - 1) / loop.step();
        boolean wrapsAround = loop.start().constantValue() + iterations * loop.step() > Integer.MAX_VALUE;
        return distance > 0 && iterations <= MOST_ITERATIONS && !wrapsAround ? (int) iterations : 0;
    }

    /** Instructions that cost something. */
    private static int size(Set<Block> body) {
        return (int) body.stream().flatMap(block -> block.instructions().stream()).filter(LoopUnrolling::costs).count();
    }

    private static boolean costs(Instruction instruction) {
        return instruction.opcode() != Opcode.CONST && instruction.opcode() != Opcode.PHI && instruction.opcode() != Opcode.GOTO;
    }

    private static void unroll(Graph graph, CountedLoop loop, int iterations) {
        for (int i = 0; i < iterations; i++) {
            LoopPeeling.peel(graph, loop.header(), loop.body());
        }
        Edits.jumpAlong(graph, loop.header(), loop.exit());
    }
}
