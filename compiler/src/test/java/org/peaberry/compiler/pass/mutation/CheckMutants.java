/** Passes that take away a check that is needed, or let checks throw in another order. */
package org.peaberry.compiler.pass.mutation;

import static org.peaberry.compiler.pass.mutation.Mutant.Killer.EXECUTION;

import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Edits;

final class CheckMutants {
    private CheckMutants() {
    }

    static List<Mutant> all() {
        return List.of(
                new Mutant("a bounds check is dropped", "CheckElimination", drop(Opcode.BOUNDS_CHECK), EXECUTION),
                new Mutant("a null check is dropped", "CheckElimination", drop(Opcode.NULL_CHECK), EXECUTION),
                new Mutant("a store check is dropped", "CheckElimination", drop(Opcode.STORE_CHECK), EXECUTION),
                new Mutant("a cast is taken to pass", "CheckElimination",
                        Places.first(Places.is(Opcode.CHECK_CAST), (graph, cast) -> Edits.replace(cast, cast.operand(0))), EXECUTION),
                new Mutant("a divisor is taken not to be zero", "ConstantFolding", drop(Opcode.ZERO_CHECK), EXECUTION),
                new Mutant("a type test is taken to hold", "CheckElimination", Places.first(Places.is(Opcode.INSTANCE_OF),
                        (graph, test) -> Edits.replace(test, Edits.constantBefore(graph, test, test.type(), 1))), EXECUTION),
                new Mutant("two checks throw in the other order", "GlobalValueNumbering", CheckMutants::exchange, EXECUTION),
                new Mutant("the peeled iteration's check is taken for that of what changes", "LoopPeeling", CheckMutants::dropInLoop, EXECUTION));
    }

    private static Mutant.Change drop(Opcode check) {
        return Places.first(Places.is(check), (graph, instruction) -> Edits.remove(instruction));
    }

    /** Puts a check of a divisor in front of a check of an index, where both look at values from before. */
    private static boolean exchange(Graph graph) {
        for (Instruction bounds : Places.all(graph)) {
            Instruction zero = bounds.opcode() == Opcode.BOUNDS_CHECK ? Places.behind(bounds, Places.is(Opcode.ZERO_CHECK)) : null;
            if (zero != null && !Places.isBetween(bounds, zero, instruction -> zero.operands().contains(instruction))) {
                Places.moveBefore(zero, bounds);
                return true;
            }
        }
        return false;
    }

    private static boolean dropInLoop(Graph graph) {
        Loops loops = new Loops(graph, new DominatorTree(graph));
        Set<Opcode> checks = Set.of(Opcode.BOUNDS_CHECK, Opcode.ZERO_CHECK);
        return Places.first(check -> checks.contains(check.opcode()) && loops.depth(check.block()) > 0, (g, check) -> Edits.remove(check)).make(graph);
    }
}
