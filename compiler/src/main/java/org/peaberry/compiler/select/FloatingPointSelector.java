/** Machine instructions for floating-point arithmetic, conversions and comparisons that give a value. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/** Scalar SSE2: it rounds each operation to the operands' own precision, as Java does. */
final class FloatingPointSelector {
    private static final Register SCRATCH = EmissionContext.SCRATCH;
    private static final Register VECTOR_SCRATCH = EmissionContext.VECTOR_SCRATCH;

    private final Selection selection;

    FloatingPointSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        boolean isFloat = instruction.type() == Type.FLOAT;
        switch (instruction.opcode()) {
            case FADD -> binary(instruction, isFloat ? Form.ADDSS : Form.ADDSD);
            case FSUB -> binary(instruction, isFloat ? Form.SUBSS : Form.SUBSD);
            case FMUL -> binary(instruction, isFloat ? Form.MULSS : Form.MULSD);
            case FDIV -> binary(instruction, isFloat ? Form.DIVSS : Form.DIVSD);
            case FNEG -> negate(instruction, isFloat ? Integer.toUnsignedLong(Integer.MIN_VALUE) : Long.MIN_VALUE);
            case FCOMPARE -> compare(instruction);
            case FCONVERT -> convert(instruction);
            default -> throw new IllegalStateException(instruction + " is not floating-point arithmetic");
        }
    }

    private void binary(Instruction instruction, Form form) {
        VirtualRegister left = selection.value(instruction.operand(0));
        Source right = Source.of(selection, instruction, instruction.operand(1));
        MachineInstruction operation = selection.add(form.mnemonic(), c -> {
            copy(c);
            c.assembler().rm(form, Width.DOUBLE, c.definitionRegister(0), right.operand(c));
        }).use(left, Constraint.REGISTER);
        right.addTo(operation, Constraint.LATE_ANY).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    /** Copies the first use to the definition. */
    private static void copy(EmissionContext context) {
        Register from = context.useRegister(0);
        Register to = context.definitionRegister(0);
        if (from != to) {
            context.assembler().rm(Form.MOVAPS, Width.DOUBLE, to, from);
        }
    }

    private void negate(Instruction instruction, long sign) {
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("xorps", c -> {
            c.assembler().moveImmediate(SCRATCH, sign);
            c.assembler().rm(Form.MOVD_TO_XMM, Width.QUAD, VECTOR_SCRATCH, SCRATCH);
            copy(c);
            c.assembler().rm(Form.XORPS, Width.DOUBLE, c.definitionRegister(0), VECTOR_SCRATCH);
        }).use(value, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    /** After ucomis "below" also means "not a number", so that the operands' order decides which outcome that is counted to. */
    private void compare(Instruction instruction) {
        boolean isSwapped = instruction.attribute(Integer.class) > 0;
        VirtualRegister first = selection.value(instruction.operand(isSwapped ? 1 : 0));
        VirtualRegister second = selection.value(instruction.operand(isSwapped ? 0 : 1));
        Form form = comparison(instruction.operand(0).type());
        selection.add(form.mnemonic(), c -> {
            Register target = c.definitionRegister(0);
            c.assembler().rm(form, Width.DOUBLE, c.useRegister(0), c.operand(c.use(1)));
            c.assembler().set(isSwapped ? ConditionCode.B : ConditionCode.A, target);
            c.assembler().set(isSwapped ? ConditionCode.A : ConditionCode.B, SCRATCH);
            c.assembler().rm(Form.MOVZX_B, Width.DOUBLE, target, target);
            c.assembler().rm(Form.MOVZX_B, Width.DOUBLE, SCRATCH, SCRATCH);
            c.assembler().rm(Form.SUB_RM, Width.DOUBLE, target, SCRATCH);
        }).use(first, Constraint.REGISTER).use(second, Constraint.ANY).define(selection.defined(instruction), Constraint.REGISTER);
    }

    static Form comparison(Type type) {
        return type == Type.FLOAT ? Form.UCOMISS : Form.UCOMISD;
    }

    private void convert(Instruction instruction) {
        Type from = instruction.operand(0).type();
        boolean toFloat = instruction.type() == Type.FLOAT;
        if (from.isFloatingPoint()) {
            convert(instruction, toFloat ? Form.CVTSD2SS : Form.CVTSS2SD, Width.DOUBLE);
        } else {
            convert(instruction, toFloat ? Form.CVTSI2SS : Form.CVTSI2SD, Selection.width(from));
        }
    }

    /** The target is cleared first, as the conversion keeps its upper part and would wait for it. */
    private void convert(Instruction instruction, Form form, Width width) {
        Source value = Source.of(selection, instruction, instruction.operand(0));
        MachineInstruction conversion = selection.add(form.mnemonic(), c -> {
            Operand source = value.operand(c);
            Register target = c.definitionRegister(0);
            if (source != target) {
                c.assembler().rm(Form.XORPS, Width.DOUBLE, target, target);
            }
            c.assembler().rm(form, width, target, source);
        });
        value.addTo(conversion, Constraint.ANY).define(selection.defined(instruction), Constraint.REGISTER);
    }
}
