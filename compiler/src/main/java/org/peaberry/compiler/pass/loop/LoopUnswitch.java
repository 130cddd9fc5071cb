/** Makes two loops of one: in the first a branch goes its first way, in the second the other. */
package org.peaberry.compiler.pass.loop;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;

/** The first is the copy. Where a value was compared with a constant, it is that constant in the loop for equal values. */
final class LoopUnswitch {
    private final Graph graph;
    private final Block header;
    private final Set<Block> body;
    private final Block before;
    private final RegionCopy copy;
    /** The block from which alone the loop itself is entered. */
    private Block second;

    LoopUnswitch(Graph graph, Block header, Set<Block> body, Block before) {
        this.graph = graph;
        this.header = header;
        this.body = body;
        this.before = before;
        copy = new RegionCopy(graph, header, body);
    }

    /** @param decider the block in the loop with the branch */
    void make(Block decider, InFront inFront) {
        Instruction branch = decider.terminator();
        Condition condition = branch.attribute(Condition.class);
        Instruction left = branch.operand(0);
        Instruction right = branch.operand(1);
        Instruction leftInFront = inFront.value(left);
        Instruction rightInFront = inFront.value(right);
        copy.makeLoop();
        Block first = enter(condition, leftInFront, rightInFront, branch);
        new DefinitionRepair(graph, copy).repair();
        if (condition == Condition.EQUAL) {
            replace(copy.copied(left), right, copy.blocks().values());
            replaceWhatDepends(leftInFront, right, copy.blocks().values(), first);
        } else if (condition == Condition.NOT_EQUAL) {
            replace(left, right, body);
            replaceWhatDepends(leftInFront, right, body, second);
        }
        Edits.jumpAlong(graph, copy.blocks().get(decider), 0);
        Edits.jumpAlong(graph, decider, 1);
    }

    /** Returns the block from which alone the copy is entered. */
    private Block enter(Condition condition, Instruction left, Instruction right, Instruction branch) {
        Block first = copy.blocks().get(header);
        int edge = header.predecessors().indexOf(before);
        header.phis().forEach(phi -> copy.copied(phi).addOperand(phi.operand(edge)));
        Block toFirst = jumpTo(branch);
        Block toSecond = jumpTo(branch);
        before.terminator().remove();
        before.append(graph.create(Opcode.BRANCH, Type.VOID, condition, left, right).at(branch.position()));
        before.successors().clear();
        before.addSuccessor(toFirst);
        before.addSuccessor(toSecond);
        toFirst.addSuccessor(first);
        toSecond.successors().add(header);
        header.renamePredecessor(before, toSecond);
        second = toSecond;
        return toFirst;
    }

    /** A block that ends with a jump to be connected. */
    private Block jumpTo(Instruction branch) {
        Block block = graph.newBlock();
        block.append(graph.create(Opcode.GOTO, Type.VOID, null).at(branch.position()));
        return block;
    }

    /** Uses in the blocks of a value that is a constant there. */
    private void replace(Instruction value, Instruction constant, Collection<Block> blocks) {
        if (!constant.isConstant() || value.isConstant()) {
            return;
        }
        for (Instruction user : List.copyOf(value.users())) {
            if (user.opcode() != Opcode.PHI && blocks.contains(user.block())) {
                setOperands(user, value, Edits.constantBefore(graph, user, constant.type(), constant.constantValue()));
            }
        }
    }

    /** What was computed of the value in front of the loop, and is used in it, is computed again of the constant. */
    private void replaceWhatDepends(Instruction value, Instruction constant, Collection<Block> blocks, Block place) {
        if (!constant.isConstant() || value.isConstant()) {
            return;
        }
        for (Instruction computed : List.copyOf(value.users())) {
            List<Instruction> inside = computed.users().stream().filter(user -> user.opcode() != Opcode.PHI && blocks.contains(user.block())).toList();
            if (inside.isEmpty() || blocks.contains(computed.block()) || !isCheap(computed)) {
                continue;
            }
            Instruction again = Edits.copy(graph, computed);
            computed.operands().forEach(again::addOperand);
            Edits.placeBefore(place.terminator(), again);
            setOperands(again, value, Edits.constantBefore(graph, again, constant.type(), constant.constantValue()));
            inside.forEach(user -> setOperands(user, computed, again));
        }
    }

    private static boolean isCheap(Instruction computed) {
        return switch (computed.opcode()) {
            case ADD, SUB, MUL, AND, OR, XOR, SHL, SHR, USHR -> true;
            default -> false;
        };
    }

    private static void setOperands(Instruction user, Instruction value, Instruction now) {
        for (int i = 0; i < user.operands().size(); i++) {
            if (user.operand(i) == value) {
                user.setOperand(i, now);
            }
        }
    }
}
