/** A compare instruction and the condition code that then tells the outcome. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/**
 * A constant goes to the right, by exchanging the operands if need be. A conjunction compared with zero is a test of bits. One of the
 * operands may be a load.
 */
final class Comparison {
    private final ConditionCode condition;
    private final Width width;
    private final boolean isTest;
    private final Source left;
    /** Null for an immediate. */
    private final Source right;
    private final int immediate;

    private Comparison(Selection selection, Condition condition, Instruction user, Instruction first, Instruction second, Instruction place) {
        this.condition = code(condition);
        isTest = isZero(second) && first.opcode() == Opcode.AND && Folding.isOnlyFor(first, user);
        Instruction holder = isTest ? first : user;
        Instruction leftValue = isTest ? first.operand(0) : first;
        Instruction rightValue = isTest ? first.operand(1) : second;
        boolean isImmediate = Selection.isImmediate(rightValue);
        right = isImmediate ? null : Source.of(selection, holder, rightValue, place);
        immediate = isImmediate ? Selection.immediateField(rightValue) : 0;
        boolean isByte = isImmediate && isOfByte(condition) && selection.folding.isFoldableByte(leftValue, holder, place);
        left = isByte ? Source.folded(selection, leftValue) : left(selection, holder, leftValue, place);
        width = isByte ? Width.BYTE : width(first.type());
    }

    /** Bits above the mask need not be tested; memory, which may be a device's, is read as wide as it is. */
    private Width width(Type type) {
        if (!isTest || right != null || left.isMemory() || immediate < 0) {
            return Selection.width(type);
        }
        return immediate <= Byte.MAX_VALUE ? Width.BYTE : Width.DOUBLE;
    }

    /** The lower half of a long is compared where it is. */
    private Source left(Selection selection, Instruction holder, Instruction value, Instruction place) {
        if (value.opcode() == Opcode.LONG_TO_INT) {
            return Source.register(selection, Extensions.lowerHalf(value));
        }
        boolean mayFold = right == null || !right.isMemory();
        return mayFold ? Source.of(selection, holder, value, place) : Source.register(selection, value);
    }

    /** Whether comparing bytes for equality, one of them the immediate, gives what comparing ints would. */
    private boolean isOfByte(Condition condition) {
        boolean isEquality = condition == Condition.EQUAL || condition == Condition.NOT_EQUAL;
        return isEquality && immediate >= 0 && immediate <= Byte.MAX_VALUE;
    }

    /** @param user the instruction whose operands these are, and which is where they are read */
    static Comparison of(Selection selection, Condition condition, Instruction user, Instruction left, Instruction right) {
        return of(selection, condition, user, left, right, user);
    }

    /** @param place where the operands are read, when the user is part of another instruction */
    static Comparison of(Selection selection, Condition condition, Instruction user, Instruction left, Instruction right, Instruction place) {
        if (Selection.isImmediate(left) && !Selection.isImmediate(right)) {
            return new Comparison(selection, condition.swapped(), user, right, left, place);
        }
        return new Comparison(selection, condition, user, left, right, place);
    }

    static boolean isZero(Instruction value) {
        return Selection.isImmediate(value) && Selection.immediateField(value) == 0;
    }

    private static ConditionCode code(Condition condition) {
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
    MachineInstruction addTo(MachineInstruction instruction) {
        left.addTo(instruction, right == null ? Constraint.ANY : Constraint.REGISTER);
        return right == null ? instruction : right.addTo(instruction, left.isMemory() ? Constraint.REGISTER : Constraint.ANY);
    }

    /** Emits the comparison. */
    void emit(EmissionContext context) {
        Assembler assembler = context.assembler();
        Operand first = left.operand(context);
        if (right == null) {
            emitImmediate(assembler, first);
            return;
        }
        Operand second = right.operand(context);
        if (first instanceof Register register) {
            assembler.rm(isTest ? Form.TEST_MR : Form.CMP_RM, width, register, second);
        } else {
            assembler.rm(isTest ? Form.TEST_MR : Form.CMP_MR, width, (Register) second, first);
        }
    }

    private void emitImmediate(Assembler assembler, Operand first) {
        if (isTest) {
            assembler.mi(Form.TEST_I, width, first, immediate);
        } else if (immediate == 0 && first instanceof Register register) {
            assembler.rm(Form.TEST_MR, width, register, register);
        } else {
            compare(assembler, width, first, immediate);
        }
    }

    /** cmp with the shortest immediate. */
    static void compare(Assembler assembler, Width width, Operand operand, int immediate) {
        if (immediate == (byte) immediate && width != Width.BYTE) {
            assembler.mi8(Form.CMP_I8, width, operand, immediate);
        } else {
            assembler.mi(Form.CMP_I, width, operand, immediate);
        }
    }
}
