/** Lets an edge that brings a constant go straight to where the constant will lead. */
package org.peaberry.compiler.pass.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Values;
import org.peaberry.compiler.pass.value.Arithmetic;

/** Applies to blocks of phis, constants and a branch that compares one of the phis with a constant, when nothing else needs the phis. */
final class JumpThreading {
    private JumpThreading() {
    }

    static boolean thread(Graph graph, Block block) {
        if (!isCandidate(block)) {
            return false;
        }
        boolean changed = false;
        for (Block predecessor : List.copyOf(block.predecessors())) {
            if (block.predecessors().size() > 1) {
                changed |= threadEdge(graph, predecessor, block);
            }
        }
        return changed;
    }

    private static boolean isCandidate(Block block) {
        Instruction branch = block.terminator();
        if (branch.opcode() != Opcode.BRANCH || block.phis().isEmpty() || block.successors().contains(block)
                || !isLiteral(branch.operand(1))
                || branch.operand(0).opcode() != Opcode.PHI || branch.operand(0).block() != block) {
            return false;
        }
        for (Instruction instruction : block.instructions()) {
            boolean isPhi = instruction.opcode() == Opcode.PHI;
            if (!isPhi && !isLiteral(instruction) && instruction != branch) {
                return false;
            }
            if (instruction != branch && !instruction.users().stream().allMatch(user -> user == branch || isPhiBehind(block, user))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLiteral(Instruction value) {
        return value.isConstant() || value.opcode() == Opcode.NULL || value.opcode() == Opcode.OBJECT;
    }

    /** Whether the user is a phi of a successor, which uses the value on the edge from this block only. */
    private static boolean isPhiBehind(Block block, Instruction user) {
        if (user.opcode() != Opcode.PHI || !block.successors().contains(user.block())) {
            return false;
        }
        for (int i = 0; i < user.operands().size(); i++) {
            if (user.operand(i).block() == block && user.block().predecessors().get(i) != block) {
                return false;
            }
        }
        return true;
    }

    private static boolean threadEdge(Graph graph, Block predecessor, Block block) {
        int edge = block.predecessors().indexOf(predecessor);
        Boolean outcome = outcome(block.terminator(), edge);
        if (outcome == null || Collections.frequency(block.predecessors(), predecessor) > 1) {
            return false;
        }
        Block target = block.successors().get(outcome ? 0 : 1);
        if (predecessor.allSuccessors().contains(target)) {
            return false;
        }
        List<Instruction> arriving = new ArrayList<>();
        int from = target.predecessors().indexOf(block);
        for (Instruction phi : target.phis()) {
            arriving.add(seenFrom(graph, predecessor, block, edge, phi.operand(from)));
        }
        predecessor.replaceSuccessor(predecessor.successors().indexOf(block), target);
        List<Instruction> phis = target.phis();
        for (int i = 0; i < phis.size(); i++) {
            phis.get(i).addOperand(arriving.get(i));
        }
        return true;
    }

    /** What a value of the block is when it was entered by that edge. */
    private static Instruction seenFrom(Graph graph, Block predecessor, Block block, int edge, Instruction value) {
        if (value.block() != block) {
            return value;
        }
        if (value.opcode() == Opcode.PHI) {
            return value.operand(edge);
        }
        Instruction copy = Edits.copy(graph, value);
        return predecessor.insert(firstPlace(predecessor), copy);
    }

    private static int firstPlace(Block block) {
        int first = block.phis().size();
        return block.instructions().get(first).opcode() == Opcode.EXCEPTION ? first + 1 : first;
    }

    private static Boolean outcome(Instruction branch, int edge) {
        Instruction arriving = branch.operand(0).operand(edge);
        Condition condition = branch.attribute(Condition.class);
        if (arriving.isConstant() && branch.operand(1).isConstant()) {
            return Arithmetic.holds(condition, arriving.constantValue(), branch.operand(1).constantValue());
        }
        Boolean same = arriving.type() == Type.REFERENCE ? Values.isSame(arriving, branch.operand(1)) : null;
        return same == null ? null : Boolean.valueOf(same == (condition == Condition.EQUAL));
    }
}
