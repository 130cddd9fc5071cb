/** A loop that counts an INT up from a start while it is below a limit. */
package org.peaberry.compiler.pass.loop;

import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

/**
 * The test is at the end of the header, which has no effects: it can be made once more.
 *
 * @param before from where alone the loop is entered
 * @param index the phi that counts
 * @param start its first value
 * @param limitOperand which operand of the branch the limit is
 * @param step 1 or a little more
 * @param exit the branch's successor outside
 */
record CountedLoop(Block header, Set<Block> body, Block before, Instruction index, Instruction start, int limitOperand, int step, int exit) {
    private static final int GREATEST_STEP = 1024;

    /** What the index must be below. */
    Instruction limit() {
        return header.terminator().operand(limitOperand);
    }

    /** The loop, or null when it is not of this kind. */
    static CountedLoop of(Loops loops, Block header) {
        Set<Block> body = loops.body(header);
        Block before = loops.preheader(header);
        Instruction branch = header.terminator();
        if (before == null || branch.opcode() != Opcode.BRANCH || header.handler() != null || hasEffects(header)) {
            return null;
        }
        int exit = body.contains(header.successors().get(0)) ? 1 : 0;
        if (body.contains(header.successors().get(exit)) || !body.contains(header.successors().get(1 - exit))) {
            return null;
        }
        Condition stays = exit == 1 ? branch.attribute(Condition.class) : branch.attribute(Condition.class).negated();
        int limitOperand = stays == Condition.LESS ? 1 : 0;
        Instruction index = branch.operand(1 - limitOperand);
        Instruction limit = branch.operand(limitOperand);
        boolean isTest = stays == Condition.LESS || stays == Condition.GREATER;
        if (!isTest || index.opcode() != Opcode.PHI || index.block() != header || index.type() != Type.INT
                || body.contains(limit.block()) && !limit.isConstant()) {
            return null;
        }
        int step = step(index, header, body);
        Instruction start = index.operand(header.predecessors().indexOf(before));
        return step == 0 ? null : new CountedLoop(header, body, before, index, start, limitOperand, step, exit);
    }

    private static boolean hasEffects(Block header) {
        return header.instructions().stream().anyMatch(i -> !i.opcode().isRemovable() && !i.opcode().isTerminator());
    }

    /** What every way through the loop adds; 0 when that is not one small constant. */
    private static int step(Instruction index, Block header, Set<Block> body) {
        long step = 0;
        for (int i = 0; i < index.operands().size(); i++) {
            if (body.contains(header.predecessors().get(i))) {
                Instruction next = index.operand(i);
                boolean isSum = next.opcode() == Opcode.ADD && next.operand(0) == index && next.operand(1).isConstant();
                long added = isSum ? next.operand(1).constantValue() : 0;
                if (added < 1 || added > GREATEST_STEP || step != 0 && step != added) {
                    return 0;
                }
                step = added;
            }
        }
        return (int) step;
    }
}
