/** Recognizes unsigned comparisons as the JDK writes them: signed ones of both sides plus the least value. */
package org.peaberry.compiler.pass.value;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;

/** {@code Integer.compareUnsigned} and {@code Long.compareUnsigned}; a constant on the right is shifted when the program is compiled. */
final class UnsignedComparison {
    private UnsignedComparison() {
    }

    /** The same comparison of what was shifted; null when it is no such COMPARE or BRANCH. */
    static Instruction of(Graph graph, Instruction comparison) {
        Condition condition = unsigned(comparison.attribute(Condition.class));
        Instruction left = unshifted(comparison.operand(0));
        if (condition == null || left == null) {
            return null;
        }
        Instruction right = comparison.operand(1).isConstant() ? shiftedConstant(graph, comparison) : unshifted(comparison.operand(1));
        return right == null ? null : graph.create(comparison.opcode(), comparison.type(), condition, left, right);
    }

    private static Instruction shiftedConstant(Graph graph, Instruction comparison) {
        Instruction constant = comparison.operand(1);
        return Edits.constantBefore(graph, comparison, constant.type(), constant.constantValue() ^ least(constant.type()));
    }

    private static Instruction unshifted(Instruction value) {
        boolean isShifted = value.opcode() == Opcode.ADD && value.operand(1).isConstant() && value.operand(1).constantValue() == least(value.type());
        return isShifted ? value.operand(0) : null;
    }

    private static long least(Type type) {
        return type == Type.INT ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    private static Condition unsigned(Condition condition) {
        return switch (condition) {
            case LESS -> Condition.BELOW_UNSIGNED;
            case LESS_OR_EQUAL -> Condition.AT_OR_BELOW_UNSIGNED;
            case GREATER -> Condition.ABOVE_UNSIGNED;
            case GREATER_OR_EQUAL -> Condition.AT_OR_ABOVE_UNSIGNED;
            case EQUAL, NOT_EQUAL -> condition;
            default -> null;
        };
    }
}
