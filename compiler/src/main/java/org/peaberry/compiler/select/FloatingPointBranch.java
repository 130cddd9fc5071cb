/** A branch on the outcome of a floating-point comparison: ucomis and conditional jumps. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/**
 * The comparison gives -1, 0 or 1 and is compared with zero. "Above" is false and "below" is true when an operand is not a number, so
 * that with the operands in the right order one of these, or its negation, is the condition. For equality there is the parity flag.
 */
final class FloatingPointBranch {
    private FloatingPointBranch() {
    }

    static boolean isPossible(Instruction terminator) {
        Instruction comparison = terminator.operand(0);
        return comparison.opcode() == Opcode.FCOMPARE && Comparison.isZero(terminator.operand(1)) && Folding.isOnlyFor(comparison, terminator)
                && isSigned(terminator.attribute(Condition.class));
    }

    private static boolean isSigned(Condition condition) {
        return condition.ordinal() <= Condition.LESS_OR_EQUAL.ordinal();
    }

    static void select(Selection selection, Instruction terminator, MachineBlock taken, MachineBlock otherwise) {
        Instruction comparison = terminator.operand(0);
        Condition condition = terminator.attribute(Condition.class);
        // Not a number counts as less, or as greater: then the operands are exchanged.
        boolean isSwapped = comparison.attribute(Integer.class) > 0;
        VirtualRegister first = selection.value(comparison.operand(isSwapped ? 1 : 0));
        VirtualRegister second = selection.value(comparison.operand(isSwapped ? 0 : 1));
        Form form = FloatingPointSelector.comparison(comparison.operand(0).type());
        selection.add("branch", c -> {
            c.assembler().rm(form, Width.DOUBLE, c.useRegister(0), c.operand(c.use(1)));
            jump(c, isSwapped ? condition.swapped() : condition, taken, otherwise);
        }).use(first, Constraint.REGISTER).use(second, Constraint.ANY);
    }

    private static void jump(EmissionContext context, Condition condition, MachineBlock taken, MachineBlock otherwise) {
        switch (condition) {
            case EQUAL -> jumpIfEqual(context, taken, otherwise);
            case NOT_EQUAL -> jumpIfEqual(context, otherwise, taken);
            default -> {
                context.assembler().jump(code(condition), taken.label());
                ControlSelector.jump(context, otherwise);
            }
        }
    }

    private static void jumpIfEqual(EmissionContext context, MachineBlock equal, MachineBlock different) {
        context.assembler().jump(ConditionCode.P, different.label());
        context.assembler().jump(ConditionCode.NE, different.label());
        ControlSelector.jump(context, equal);
    }

    private static ConditionCode code(Condition condition) {
        return switch (condition) {
            case LESS -> ConditionCode.B;
            case GREATER_OR_EQUAL -> ConditionCode.AE;
            case GREATER -> ConditionCode.A;
            case LESS_OR_EQUAL -> ConditionCode.BE;
            default -> throw new IllegalStateException(condition + " is not an order");
        };
    }
}
