/** Whether a loop gains when its first iteration is executed in front of it. */
package org.peaberry.compiler.pass.loop;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;

/** It does when every iteration makes a check that needs nothing of the loop, or what depends only on such things. */
final class LoopGain {
    private final DominatorTree dominators;
    private final Set<Block> body;
    private final List<Block> ends;
    private final LoopWrites writes;
    private final Set<Instruction> invariant = new HashSet<>();

    LoopGain(DominatorTree dominators, Block header, Set<Block> body) {
        this.dominators = dominators;
        this.body = body;
        this.ends = header.predecessors().stream().filter(body::contains).toList();
        this.writes = new LoopWrites(body);
    }

    boolean isWorthwhile() {
        if (writes.hasCall()) {
            return false;
        }
        for (Block block : dominators.preorder()) {
            if (body.contains(block) && ends.stream().allMatch(end -> dominators.dominates(block, end)) && gains(block)) {
                return true;
            }
        }
        return false;
    }

    private boolean gains(Block block) {
        for (Instruction instruction : block.instructions()) {
            if (isInvariant(instruction)) {
                if (isCheck(instruction)) {
                    return true;
                }
                invariant.add(instruction);
            }
        }
        return false;
    }

    private boolean isInvariant(Instruction instruction) {
        return instruction.opcode() != Opcode.PHI && (instruction.opcode().isPure() || isCheck(instruction) || writes.leaveAlone(instruction))
                && instruction.operands().stream().allMatch(o -> !body.contains(o.block()) || invariant.contains(o));
    }

    private static boolean isCheck(Instruction instruction) {
        return switch (instruction.opcode()) {
            case NULL_CHECK, BOUNDS_CHECK, ZERO_CHECK, CHECK_CAST -> true;
            default -> false;
        };
    }
}
