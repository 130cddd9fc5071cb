/** A compare instruction and the condition code that then tells the outcome. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/** A constant goes to the right, by exchanging the operands if need be. */
final class Comparison {
    private final Selection selection;
    private final VirtualRegister left;
    private final VirtualRegister right;
    private final int immediate;
    private final Width width;
    private final ConditionCode condition;

    private Comparison(Selection selection, Condition condition, Instruction left, Instruction right) {
        this.selection = selection;
        this.left = selection.value(left);
        boolean isImmediate = Selection.isImmediate(right);
        this.right = isImmediate ? null : selection.value(right);
        immediate = isImmediate ? Selection.immediateField(right) : 0;
        width = Selection.width(left.type());
        this.condition = code(condition);
    }

    static Comparison of(Selection selection, Condition condition, Instruction left, Instruction right) {
        if (Selection.isImmediate(left) && !Selection.isImmediate(right)) {
            return new Comparison(selection, condition.swapped(), right, left);
        }
        return new Comparison(selection, condition, left, right);
    }

    static ConditionCode code(Condition condition) {
        return switch (condition) {
            case EQUAL -> ConditionCode.E;
            case NOT_EQUAL -> ConditionCode.NE;
            case LESS -> ConditionCode.L;
            case GREATER_OR_EQUAL -> ConditionCode.GE;
            case GREATER -> ConditionCode.G;
            case LESS_OR_EQUAL -> ConditionCode.LE;
            case BELOW_UNSIGNED -> ConditionCode.B;
            case AT_OR_ABOVE_UNSIGNED -> ConditionCode.AE;
            case ABOVE_UNSIGNED -> ConditionCode.A;
            case AT_OR_BELOW_UNSIGNED -> ConditionCode.BE;
        };
    }

    ConditionCode condition() {
        return condition;
    }

    /** Makes the instruction, with the operands as its first uses. */
    MachineInstruction addTo(String name, MachineInstruction.Emission emission) {
        MachineInstruction instruction = selection.add(name, emission).use(left, Constraint.REGISTER);
        return right == null ? instruction : instruction.use(right, Constraint.ANY);
    }

    /** Emits the comparison. */
    void emit(EmissionContext context) {
        if (right != null) {
            context.assembler().rm(Form.CMP_RM, width, context.useRegister(0), context.operand(context.use(1)));
        } else if (immediate == 0) {
            context.assembler().rm(Form.TEST_MR, width, context.useRegister(0), context.useRegister(0));
        } else if (immediate == (byte) immediate) {
            context.assembler().mi8(Form.CMP_I8, width, context.useRegister(0), immediate);
        } else {
            context.assembler().mi(Form.CMP_I, width, context.useRegister(0), immediate);
        }
    }
}
