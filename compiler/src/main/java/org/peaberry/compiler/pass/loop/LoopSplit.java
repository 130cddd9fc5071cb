/** Splits one counted loop. */
package org.peaberry.compiler.pass.loop;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;

/**
 * A copy of the loop, without the checks, runs to the least of the limit and of what the checks allow. Then the loop itself goes on: mostly it finds
 * that nothing is left to do. So an exception comes when and where it did.
 */
final class LoopSplit {
    private final Graph graph;
    private final CountedLoop loop;
    private final List<IndexCheck> checks;
    private final RegionCopy copy;
    /** Where the way from {@code before} to the copy has come to; without a terminator. */
    private Block end;

    LoopSplit(Graph graph, CountedLoop loop, List<IndexCheck> checks) {
        this.graph = graph;
        this.loop = loop;
        this.checks = checks;
        this.copy = new RegionCopy(graph, loop.header(), loop.body());
    }

    void make() {
        copy.makeLoop();
        checks.forEach(check -> Edits.remove(copy.copied(check.check())));
        Block fast = copy.blocks().get(loop.header());
        enter(fast);
        goOn(fast);
        new DefinitionRepair(graph, copy).repair();
    }

    private void enter(Block fast) {
        end = loop.before();
        int edge = loop.header().predecessors().indexOf(end);
        loop.header().phis().forEach(phi -> copy.copied(phi).addOperand(phi.operand(edge)));
        Instruction jump = end.terminator();
        end.removeSuccessor(0);
        jump.remove();
        Instruction limit = limit();
        end.append(graph.create(Opcode.GOTO, Type.VOID, null).at(loop.header().terminator().position()));
        end.addSuccessor(fast);
        fast.terminator().setOperand(loop.limitOperand(), limit);
    }

    private Instruction limit() {
        Instruction limit = loop.limit().isConstant() ? constant((int) loop.limit().constantValue()) : loop.limit();
        for (IndexCheck.Bound bound : IndexCheck.bounds(checks)) {
            Instruction value = bound.length();
            if (bound.offset() > 0) {
                value = append(Opcode.SUB, null, value, constant((int) bound.offset()));
            }
            limit = least(limit, value);
        }
        // The index must not pass the greatest INT.
        return loop.step() == 1 ? limit : least(limit, constant(Integer.MAX_VALUE - loop.step()));
    }

    private Instruction least(Instruction left, Instruction right) {
        if (left.isConstant() && right.isConstant()) {
            return left.constantValue() <= right.constantValue() ? left : right;
        }
        Block taken = graph.newBlock();
        Block join = graph.newBlock();
        appendTo(end, Opcode.BRANCH, Type.VOID, Condition.LESS, right, left);
        end.addSuccessor(taken);
        end.addSuccessor(join);
        appendTo(taken, Opcode.GOTO, Type.VOID, null);
        taken.addSuccessor(join);
        end = join;
        return append(Opcode.PHI, null, left, right);
    }

    private Instruction constant(int value) {
        return append(Opcode.CONST, value);
    }

    private Instruction append(Opcode opcode, Object attribute, Instruction... operands) {
        return appendTo(end, opcode, Type.INT, attribute, operands);
    }

    private Instruction appendTo(Block block, Opcode opcode, Type type, Object attribute, Instruction... operands) {
        return block.append(graph.create(opcode, type, attribute, operands).at(loop.header().terminator().position()));
    }

    /** The end of the copy is the beginning of the loop. */
    private void goOn(Block fast) {
        loop.header().phis().forEach(phi -> phi.addOperand(copy.copied(phi)));
        fast.replaceSuccessor(loop.exit(), loop.header());
    }
}
