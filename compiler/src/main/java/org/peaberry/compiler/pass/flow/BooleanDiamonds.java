/** if (a < b) x = 1; else x = 0; becomes x = a < b. */
package org.peaberry.compiler.pass.flow;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;

final class BooleanDiamonds {
    private BooleanDiamonds() {
    }

    /** Looks for a branch at the block's end whose two ways only choose between 0 and 1 for phis of the block where they meet. */
    static boolean replace(Graph graph, Block block) {
        Instruction branch = block.terminator();
        if (branch.opcode() != Opcode.BRANCH || block.successors().get(0) == block.successors().get(1)) {
            return false;
        }
        Block yes = block.successors().get(0);
        Block no = block.successors().get(1);
        Block meeting = isEmptyWay(block, yes) ? yes.successors().get(0) : yes;
        boolean meets = meeting == (isEmptyWay(block, no) ? no.successors().get(0) : no) && meeting != block;
        if (!meets || meeting.predecessors().size() != 2 || meeting.phis().isEmpty()) {
            return false;
        }
        int whenTrue = meeting.predecessors().indexOf(yes == meeting ? block : yes);
        if (!meeting.phis().stream().allMatch(phi -> isChoice(phi.operand(whenTrue), phi.operand(1 - whenTrue)))) {
            return false;
        }
        for (Instruction phi : meeting.phis()) {
            choose(graph, branch, phi, phi.operand(whenTrue), phi.operand(1 - whenTrue));
        }
        Edits.jumpAlong(graph, block, 0);
        return true;
    }

    /** A block without effect that only this one leads to. */
    private static boolean isEmptyWay(Block block, Block way) {
        return way.predecessors().size() == 1 && way.predecessors().get(0) == block && way.handler() == null
                && way.terminator().opcode() == Opcode.GOTO
                && way.instructions().stream().allMatch(i -> i.isConstant() || i == way.terminator());
    }

    private static boolean isChoice(Instruction one, Instruction other) {
        boolean constants = one.isConstant() && other.isConstant() && one.type() == Type.INT;
        return one == other || constants && (one.constantValue() ^ other.constantValue()) == 1 && (one.constantValue() | other.constantValue()) == 1;
    }

    private static void choose(Graph graph, Instruction branch, Instruction phi, Instruction whenTrue, Instruction whenFalse) {
        if (whenTrue == whenFalse) {
            return;
        }
        Condition condition = branch.attribute(Condition.class);
        Instruction value = Edits.insertBefore(graph, branch, Opcode.COMPARE, Type.INT,
                whenTrue.constantValue() == 1 ? condition : condition.negated(), branch.operand(0), branch.operand(1));
        phi.replaceUsesWith(value);
        for (int i = 0; i < phi.operands().size(); i++) {
            phi.setOperand(i, value);
        }
    }
}
