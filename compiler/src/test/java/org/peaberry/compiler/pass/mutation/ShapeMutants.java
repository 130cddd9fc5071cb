/** Passes that leave what is no graph: the verifier of the IR has to say so at once, whatever is executed. */
package org.peaberry.compiler.pass.mutation;

import static org.peaberry.compiler.pass.mutation.Mutant.Killer.VERIFIER;

import java.util.List;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

final class ShapeMutants {
    private ShapeMutants() {
    }

    static List<Mutant> all() {
        return List.of(
                new Mutant("a phi has no input for an edge", "LoopPeeling",
                        Places.first(Places.is(Opcode.PHI), (graph, phi) -> phi.removeOperand(phi.operands().size() - 1)), VERIFIER),
                new Mutant("an edge is known at one end only", "ControlFlowSimplification",
                        Places.first(Places.is(Opcode.BRANCH), (graph, branch) -> forget(branch.block(), branch.block().successors().get(0))), VERIFIER),
                new Mutant("a value is used before it is computed", "LoopInvariants",
                        Places.first(ShapeMutants::usesItsNeighbour, (graph, use) -> Places.moveBefore(use, use.operand(0))), VERIFIER),
                new Mutant("a removed value is still used", "DeadCodeElimination",
                        Places.first(i -> i.opcode() == Opcode.ADD && i.hasUsers(), (graph, sum) -> sum.block().instructions().remove(sum)), VERIFIER),
                new Mutant("a long is added to ints", "ConstantFolding", Places.first(Places.isInt(Opcode.ADD), ShapeMutants::widen), VERIFIER),
                new Mutant("a check goes, but its handler stays", "CheckElimination",
                        Places.first(ShapeMutants::isCaughtCheck, (graph, check) -> check.remove()), VERIFIER),
                new Mutant("a block goes on behind its end", "Inlining", Places.first(Places.is(Opcode.RETURN), ShapeMutants::goOn), VERIFIER),
                new Mutant("a dead block is left", "ConditionalConstantPropagation", ShapeMutants::leaveDeadBlock, VERIFIER));
    }

    private static void forget(Block from, Block to) {
        to.predecessors().remove(from);
    }

    private static boolean usesItsNeighbour(Instruction use) {
        boolean canMove = use.opcode().isPure() && use.opcode() != Opcode.PHI && !use.operands().isEmpty();
        return canMove && use.operand(0).block() == use.block() && use.operand(0).opcode() != Opcode.PHI && use.operand(0).opcode() != Opcode.EXCEPTION;
    }

    private static void widen(Graph graph, Instruction sum) {
        Instruction wide = graph.create(Opcode.CONST, Type.LONG, 1L);
        sum.block().insert(sum.block().instructions().indexOf(sum), wide);
        sum.setOperand(1, wide);
    }

    private static boolean isCaughtCheck(Instruction check) {
        return check.block().handler() != null && !check.hasUsers()
                && (check.opcode() == Opcode.BOUNDS_CHECK || check.opcode() == Opcode.NULL_CHECK || check.opcode() == Opcode.ZERO_CHECK);
    }

    private static void goOn(Graph graph, Instruction end) {
        end.block().append(graph.create(Opcode.UNREACHABLE, Type.VOID, null));
    }

    private static boolean leaveDeadBlock(Graph graph) {
        graph.newBlock().append(graph.create(Opcode.UNREACHABLE, Type.VOID, null));
        return true;
    }
}
