/** Passes that compute something else. */
package org.peaberry.compiler.pass.mutation;

import static org.peaberry.compiler.pass.mutation.Mutant.Killer.EXECUTION;

import java.util.List;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;

final class ValueMutants {
    private ValueMutants() {
    }

    static List<Mutant> all() {
        return List.of(
                new Mutant("the operands of a subtraction are exchanged", "ConstantFolding",
                        Places.first(Places.is(Opcode.SUB), (graph, difference) -> exchangeOperands(difference)), EXECUTION),
                new Mutant("a constant is folded to one more", "ConstantFolding", Places.first(Places.isInt(Opcode.CONST), ValueMutants::addOne), EXECUTION),
                new Mutant("a sum loses its sign", "ConstantFolding", Places.first(Places.isInt(Opcode.ADD), ValueMutants::clearSign), EXECUTION),
                new Mutant("a narrowing is left out", "ConstantFolding",
                        Places.first(Places.is(Opcode.INT_TO_BYTE), (graph, narrow) -> Edits.replace(narrow, narrow.operand(0))), EXECUTION),
                new Mutant("a shift forgets the sign", "ConstantFolding",
                        Places.first(Places.is(Opcode.SHR), (graph, shift) -> change(graph, shift, Opcode.USHR)), EXECUTION),
                new Mutant("an extension forgets the sign", "ConstantFolding",
                        Places.first(Places.is(Opcode.INT_TO_LONG), (graph, value) -> change(graph, value, Opcode.INT_TO_LONG_UNSIGNED)), EXECUTION),
                new Mutant("a signed comparison becomes an unsigned one", "ConstantFolding", Places.first(Places.hasAttribute(Opcode.COMPARE, Condition.LESS),
                        (graph, comparison) -> comparison.setAttribute(Condition.BELOW_UNSIGNED)), EXECUTION),
                new Mutant("two differences are taken for one", "GlobalValueNumbering", ValueMutants::mergeDifferences, EXECUTION),
                new Mutant("what changes in a loop is taken for a constant", "ConditionalConstantPropagation", ValueMutants::freeze, EXECUTION),
                new Mutant("two arguments are exchanged", "NoReturnCalls", Places.first(ValueMutants::hasTwoInts, (graph, call) -> exchangeOperands(call)), EXECUTION));
    }

    private static void exchangeOperands(Instruction instruction) {
        Instruction left = instruction.operand(0);
        Instruction right = instruction.operand(1);
        instruction.setOperand(0, right);
        instruction.setOperand(1, left);
    }

    private static void addOne(Graph graph, Instruction constant) {
        constant.setAttribute((int) constant.constantValue() + 1);
    }

    private static void clearSign(Graph graph, Instruction sum) {
        Instruction other = Edits.insertBefore(graph, sum, Opcode.ADD, Type.INT, null, sum.operand(0), sum.operand(1));
        Instruction greatest = Edits.constantBefore(graph, sum, Type.INT, Integer.MAX_VALUE);
        Edits.replace(sum, Edits.insertBefore(graph, sum, Opcode.AND, Type.INT, null, other, greatest));
    }

    private static void change(Graph graph, Instruction old, Opcode opcode) {
        Edits.replace(old, Edits.insertBefore(graph, old, opcode, old.type(), null, old.operands().toArray(Instruction[]::new)));
    }

    private static boolean mergeDifferences(Graph graph) {
        for (Instruction one : Places.all(graph)) {
            Instruction other = one.opcode() != Opcode.SUB ? null : Places.behind(one,
                    i -> i.opcode() == Opcode.SUB && i.operand(0) == one.operand(1) && i.operand(1) == one.operand(0));
            if (other != null) {
                Edits.replace(other, one);
                return true;
            }
        }
        return false;
    }

    /** A phi of a loop that no branch looks at gets the value that it starts with. */
    private static boolean freeze(Graph graph) {
        return Places.first(ValueMutants::isLoopValue, (g, phi) -> Edits.replace(phi, phi.operand(0))).make(graph);
    }

    private static boolean isLoopValue(Instruction phi) {
        boolean isCandidate = phi.opcode() == Opcode.PHI && phi.operand(0).isConstant() && phi.operands().size() == 2 && phi.operand(1).operands().contains(phi);
        return isCandidate && phi.users().stream().noneMatch(user -> user.opcode() == Opcode.BRANCH || user.opcode() == Opcode.COMPARE);
    }

    private static boolean hasTwoInts(Instruction call) {
        return call.opcode() == Opcode.CALL && call.operands().size() == 2 && call.operands().stream().allMatch(o -> o.type() == Type.INT);
    }
}
