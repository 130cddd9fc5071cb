/** Computes what does not change in a loop once, in front of it. */
package org.peaberry.compiler.pass.loop;

import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.check.Facts;
import org.peaberry.compiler.pass.check.Nullness;

/**
 * Pure operations, and reads of memory that is certainly there and that the loop does not write: neither can fail, so that they may also be executed when the
 * loop is not. A loop with calls is left alone: no register lives through them, and to keep a value costs as much as to compute it.
 */
public final class LoopInvariants implements Pass {
    /** Values kept in registers for one loop; more would push out its own. */
    private static final int MOST = 6;

    private final Nullness nullness;

    public LoopInvariants(Nullness nullness) {
        this.nullness = nullness;
    }

    @Override
    public void run(Graph graph) {
        DominatorTree dominators = new DominatorTree(graph);
        Loops loops = new Loops(graph, dominators);
        Facts facts = Facts.ofChecks(graph, dominators, nullness);
        for (Block header : loops.headers()) {
            Block before = loops.preheader(header);
            LoopWrites writes = new LoopWrites(loops.body(header));
            if (before != null && !writes.hasCall()) {
                hoist(new InFront(graph, loops.body(header), before, writes, facts), loops.body(header), dominators.preorder());
            }
        }
    }

    private static void hoist(InFront inFront, Set<Block> body, List<Block> order) {
        int moved = 0;
        for (Block block : order) {
            for (Instruction instruction : body.contains(block) ? List.copyOf(block.instructions()) : List.<Instruction>of()) {
                if (moved < MOST && isInvariant(instruction, inFront, body)) {
                    Edits.replace(instruction, inFront.value(instruction));
                    moved++;
                }
            }
        }
    }

    private static boolean isInvariant(Instruction instruction, InFront inFront, Set<Block> body) {
        return isWorthwhile(instruction) && instruction.operands().stream().noneMatch(o -> body.contains(o.block())) && inFront.isMovable(instruction);
    }

    /** Constants, other conversions and sums with constants cost nothing where they are used. */
    private static boolean isWorthwhile(Instruction instruction) {
        return switch (instruction.opcode()) {
            case MUL, COMPARE_THREE_WAY, INT_TO_LONG, ARRAY_LENGTH, GET_FIELD, GET_STATIC, ARRAY_LOAD -> true;
            case ADD, SUB, AND, OR, XOR, SHL, SHR, USHR -> !instruction.operand(1).isConstant();
            default -> false;
        };
    }
}
