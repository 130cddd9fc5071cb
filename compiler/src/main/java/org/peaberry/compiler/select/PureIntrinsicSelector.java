/** Machine instructions for the operations that only compute. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

final class PureIntrinsicSelector {
    private static final Register SCRATCH = EmissionContext.SCRATCH;

    private final Selection selection;

    PureIntrinsicSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction, Operation operation) {
        Width width = Selection.width(instruction.operand(0).type());
        switch (operation) {
            case COUNT_TRAILING_ZEROS_INT, COUNT_TRAILING_ZEROS_LONG -> countTrailingZeros(instruction, width);
            case COUNT_LEADING_ZEROS_INT, COUNT_LEADING_ZEROS_LONG -> countLeadingZeros(instruction, width);
            case REVERSE_BYTES_INT, REVERSE_BYTES_LONG -> reverseBytes(instruction, width);
            case ROTATE_LEFT_INT, ROTATE_LEFT_LONG -> new ArithmeticSelector(selection).shift(instruction, Form.ROL_I8, Form.ROL_CL);
            case DIVIDE_UNSIGNED_INT, DIVIDE_UNSIGNED_LONG -> divide(instruction, width, Register.RAX);
            case REMAINDER_UNSIGNED_INT, REMAINDER_UNSIGNED_LONG -> divide(instruction, width, Register.RDX);
            case MULTIPLY_HIGH -> multiplyHigh(instruction, Form.IMUL_ONE);
            case MULTIPLY_HIGH_UNSIGNED -> multiplyHigh(instruction, Form.MUL);
            case TRUNCATE -> unary(instruction, Form.CVTTSD2SI, Selection.width(instruction.type()));
            case SQUARE_ROOT -> unary(instruction, Form.SQRTSD, Width.DOUBLE);
            case FLOATING_POINT_BITS -> moveBits(instruction);
            default -> throw new IllegalStateException("no machine instructions for " + operation);
        }
    }

    /**
     * Processors without tzcnt execute it as bsf, which leaves its destination as it is for zero: AMD's manual says so (APM vol. 3, BSF), and Intel's
     * processors do (Linux relies on it, arch/x86/include/asm/bitops.h). So the width, the answer for zero, is there before.
     */
    private void countTrailingZeros(Instruction instruction, Width width) {
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("tzcnt", c -> {
            c.assembler().moveImmediate(c.definitionRegister(0), (long) width.bytes() * Byte.SIZE);
            c.assembler().rm(Form.TZCNT, width, c.definitionRegister(0), c.useRegister(0));
        }).use(value, Constraint.LATE_REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    /** The highest bit's index, or -1 for zero, taken from the width less one. */
    private void countLeadingZeros(Instruction instruction, Width width) {
        int highest = width.bytes() * Byte.SIZE - 1;
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("bsr", c -> {
            Register target = c.definitionRegister(0);
            c.assembler().moveImmediate(SCRATCH, -1);
            c.assembler().rm(Form.BSR, width, target, c.useRegister(0));
            c.assembler().conditionalMove(ConditionCode.E, width, target, SCRATCH);
            c.assembler().m(Form.NEG, Width.DOUBLE, target);
            c.assembler().mi8(Form.ADD_I8, Width.DOUBLE, target, highest);
        }).use(value, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    private void reverseBytes(Instruction instruction, Width width) {
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("bswap", c -> {
            if (c.definitionRegister(0) != c.useRegister(0)) {
                c.assembler().rm(Form.MOV_RM, width, c.definitionRegister(0), c.useRegister(0));
            }
            c.assembler().o(Form.BSWAP, width, c.definitionRegister(0));
        }).use(value, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    private void unary(Instruction instruction, Form form, Width width) {
        Source value = Source.of(selection, instruction, instruction.operand(0));
        value.addTo(selection.add(form.mnemonic(), c -> c.assembler().rm(form, width, c.definitionRegister(0), value.operand(c))), Constraint.ANY)
                .define(selection.defined(instruction), Constraint.REGISTER);
    }

    /** An int in a register has zeros above its 32 bits. */
    private void moveBits(Instruction instruction) {
        Width width = Selection.width(instruction.type());
        boolean toVector = instruction.type().isFloatingPoint();
        VirtualRegister value = selection.value(instruction.operand(0));
        selection.add("movd", c -> {
            if (toVector) {
                c.assembler().rm(Form.MOVD_TO_XMM, width, c.definitionRegister(0), c.useRegister(0));
            } else {
                c.assembler().rm(Form.MOVD_FROM_XMM, width, c.useRegister(0), c.definitionRegister(0));
            }
        }).use(value, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void divide(Instruction instruction, Width width, Register result) {
        new FixedRegisters(selection, "div").pass(instruction.operand(0), Register.RAX).pass(instruction.operand(1), SCRATCH).clobber(Register.RDX)
                .give(selection.defined(instruction), result).run(c -> {
                    c.assembler().moveImmediate(Register.RDX, 0);
                    c.assembler().m(Form.DIV, width, SCRATCH);
                });
    }

    private void multiplyHigh(Instruction instruction, Form form) {
        new FixedRegisters(selection, "mul").pass(instruction.operand(0), Register.RAX).pass(instruction.operand(1), SCRATCH)
                .give(selection.defined(instruction), Register.RDX).run(c -> c.assembler().m(form, Width.QUAD, SCRATCH));
    }
}
