/** Decides in front of a loop what the loop decides the same way in every iteration: there is a loop for either way. */
package org.peaberry.compiler.pass.loop;

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

/** For innermost loops, and branches both ways of which stay in the loop. The coder of a string is what is mostly tested so. */
public final class LoopUnswitching implements Pass {
    private static final int MOST_INSTRUCTIONS = 120;
    /** Of one method. */
    private static final int MOST = 4;

    private final Nullness nullness;

    public LoopUnswitching(Nullness nullness) {
        this.nullness = nullness;
    }

    @Override
    public void run(Graph graph) {
        for (int i = 0; i < MOST && unswitchOne(graph); i++) {
            graph.removeUnreachableBlocks();
            TrivialPhis.remove(graph);
        }
    }

    private boolean unswitchOne(Graph graph) {
        DominatorTree dominators = new DominatorTree(graph);
        Loops loops = new Loops(graph, dominators);
        Facts facts = null;
        for (Block header : loops.headers()) {
            Block before = loops.preheader(header);
            Set<Block> body = loops.body(header);
            if (before == null || !loops.isInnermost(header) || !isSmall(body)) {
                continue;
            }
            facts = facts == null ? Facts.ofChecks(graph, dominators, nullness) : facts;
            InFront inFront = new InFront(graph, body, before, facts);
            for (Block block : dominators.preorder()) {
                if (body.contains(block) && isDecidedInFront(block, body, inFront)) {
                    new LoopUnswitch(graph, header, body, before).make(block, inFront);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSmall(Set<Block> body) {
        return body.stream().mapToInt(block -> block.instructions().size()).sum() <= MOST_INSTRUCTIONS;
    }

    private static boolean isDecidedInFront(Block block, Set<Block> body, InFront inFront) {
        Instruction branch = block.terminator();
        return branch.opcode() == Opcode.BRANCH && body.containsAll(block.successors())
                && block.successors().get(0) != block.successors().get(1)
                && branch.operands().stream().allMatch(inFront::isPossible);
    }
}
