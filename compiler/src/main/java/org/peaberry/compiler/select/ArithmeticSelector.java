/** Machine instructions for integer arithmetic. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

final class ArithmeticSelector {
    private static final long LOWER_HALF = 0xffff_ffffL;
    private static final long LOWEST_BYTE = 0xffL;
    private static final long LOWEST_WORD = 0xffffL;

    private final Selection selection;
    private final ConversionSelector conversions;

    ArithmeticSelector(Selection selection) {
        this.selection = selection;
        conversions = new ConversionSelector(selection);
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case ADD -> add(instruction);
            case SUB -> binary(instruction, Form.SUB_RM, Form.SUB_I8, Form.SUB_I);
            case AND -> and(instruction);
            case OR -> binary(instruction, Form.OR_RM, Form.OR_I8, Form.OR_I);
            case XOR -> xor(instruction);
            case MUL -> multiply(instruction);
            case SHL -> shift(instruction, Form.SHL_I8, Form.SHL_CL);
            case SHR -> shift(instruction, Form.SAR_I8, Form.SAR_CL);
            case USHR -> shift(instruction, Form.SHR_I8, Form.SHR_CL);
            case NEG -> unary(instruction, Form.NEG);
            case DIV, REM -> new DivisionSelector(selection).select(instruction);
            default -> conversions.select(instruction);
        }
    }

    private void add(Instruction instruction) {
        Instruction left = instruction.operand(0);
        Instruction right = instruction.operand(1);
        if (Selection.isImmediate(right)) {
            addConstant(instruction, left, Selection.immediateField(right));
        } else if (Selection.isImmediate(left)) {
            addConstant(instruction, right, Selection.immediateField(left));
        } else if (isFoldable(instruction, left) || isFoldable(instruction, right)) {
            binary(instruction, Form.ADD_RM, Form.ADD_I8, Form.ADD_I);
        } else {
            addRegisters(instruction, selection.lowerHalf(left), selection.lowerHalf(right));
        }
    }

    private boolean isFoldable(Instruction instruction, Instruction operand) {
        return selection.folding.isFoldable(operand, instruction, instruction);
    }

    private void addConstant(Instruction instruction, Instruction operand, int value) {
        Width width = Selection.width(instruction.type());
        VirtualRegister left = selection.lowerHalf(operand);
        selection.add("add", c -> {
            Register target = c.definitionRegister(0);
            if (target == c.useRegister(0)) {
                immediate(c.assembler(), Form.ADD_I8, Form.ADD_I, width, target, value);
            } else {
                c.assembler().rm(Form.LEA, width, target, MemoryOperand.of(c.useRegister(0), value));
            }
        }).use(left, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    private void addRegisters(Instruction instruction, VirtualRegister left, VirtualRegister right) {
        Width width = Selection.width(instruction.type());
        selection.add("add", c -> {
            Register target = c.definitionRegister(0);
            Register first = c.useRegister(0);
            Register second = c.useRegister(1);
            if (target == first || target == second) {
                c.assembler().rm(Form.ADD_RM, width, target, target == first ? second : first);
            } else {
                c.assembler().rm(Form.LEA, width, target, MemoryOperand.indexed(first, second, 0, 0));
            }
        }).use(left, Constraint.REGISTER).use(right, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    private static void immediate(Assembler assembler, Form small, Form large, Width width, Operand target, int value) {
        if (value == (byte) value) {
            assembler.mi8(small, width, target, value);
        } else {
            assembler.mi(large, width, target, value);
        }
    }

    private void binary(Instruction instruction, Form form, Form small, Form large) {
        Instruction left = instruction.operand(0);
        Instruction right = instruction.operand(1);
        boolean wantsExchange = !Selection.isImmediate(right) && !isFoldable(instruction, right)
                && (Selection.isImmediate(left) || isFoldable(instruction, left));
        if (instruction.opcode().isCommutative() && wantsExchange) {
            left = instruction.operand(1);
            right = instruction.operand(0);
        }
        if (Selection.isImmediate(right)) {
            Width width = Selection.width(instruction.type());
            binaryWithConstant(instruction, selection.lowerHalf(left), width, small, large, Selection.immediateField(right));
        } else {
            binary(instruction, selection.lowerHalf(left), form, Source.ofLowerHalf(selection, instruction, right));
        }
    }

    private void binaryWithConstant(Instruction instruction, VirtualRegister left, Width width, Form small, Form large, int value) {
        selection.add(large.mnemonic(), c -> {
            copy(c, width);
            immediate(c.assembler(), small, large, width, c.definitionRegister(0), value);
        }).use(left, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    private void binary(Instruction instruction, VirtualRegister left, Form form, Source right) {
        Width width = Selection.width(instruction.type());
        boolean maySharePlace = instruction.opcode().isCommutative() && !right.isMemory();
        MachineInstruction operation = selection.add(form.mnemonic(), c -> {
            Register target = c.definitionRegister(0);
            Operand second = right.operand(c);
            if (maySharePlace && second == target) {
                c.assembler().rm(form, width, target, c.useRegister(0));
            } else {
                copy(c, width);
                c.assembler().rm(form, width, target, second);
            }
        }).use(left, Constraint.REGISTER);
        right.addTo(operation, maySharePlace ? Constraint.ANY : Constraint.LATE_ANY)
                .define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    /** A mask without upper bits makes it a 32-bit operation: that clears the upper bits, too. */
    private void and(Instruction instruction) {
        Instruction mask = instruction.operand(1);
        if (mask.isConstant() && (mask.constantValue() == LOWEST_BYTE || mask.constantValue() == LOWEST_WORD)) {
            zeroExtend(instruction, mask.constantValue() == LOWEST_BYTE);
        } else if (instruction.type() != Type.LONG || !mask.isConstant() || mask.constantValue() >>> Integer.SIZE != 0) {
            binary(instruction, Form.AND_RM, Form.AND_I8, Form.AND_I);
        } else if (mask.constantValue() == LOWER_HALF) {
            conversions.convert(instruction, Form.MOV_RM, Width.DOUBLE, Constraint.ANY);
        } else {
            binaryWithConstant(instruction, selection.value(instruction.operand(0)), Width.DOUBLE, Form.AND_I8, Form.AND_I,
                    (int) mask.constantValue());
        }
    }

    /** The lowest byte or word alone; a byte that is only loaded for this is extended on its way. */
    private void zeroExtend(Instruction instruction, boolean isByte) {
        Instruction whole = instruction.operand(0);
        boolean isFolded = isByte && selection.folding.isFoldableByte(whole, instruction, instruction);
        Source value = isFolded ? Source.folded(selection, whole) : Source.register(selection, Extensions.lowerHalf(whole));
        Form form = isByte ? Form.MOVZX_B : Form.MOVZX_W;
        value.addTo(selection.add(form.mnemonic(), c -> c.assembler().rm(form, Width.DOUBLE, c.definitionRegister(0), value.operand(c))), Constraint.REGISTER)
                .define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    /** Copies the first use to the definition. */
    private static void copy(EmissionContext context, Width width) {
        Register from = context.useRegister(0);
        Register to = context.definitionRegister(0);
        if (from != to) {
            context.assembler().rm(Form.MOV_RM, width, to, from);
        }
    }

    private void multiply(Instruction instruction) {
        Instruction left = instruction.operand(0);
        Instruction right = instruction.operand(1);
        if (Selection.isImmediate(right)) {
            multiply(instruction, left, Selection.immediateField(right));
        } else if (Selection.isImmediate(left)) {
            multiply(instruction, right, Selection.immediateField(left));
        } else {
            binary(instruction, Form.IMUL_RM, null, null);
        }
    }

    private void multiply(Instruction instruction, Instruction operand, int value) {
        Width width = Selection.width(instruction.type());
        if (Integer.bitCount(value) == 1 && value > 0) {
            shift(instruction, operand, Form.SHL_I8, Integer.numberOfTrailingZeros(value));
            return;
        }
        Source left = Source.ofLowerHalf(selection, instruction, operand);
        left.addTo(selection.add("imul", c -> {
            if (value == (byte) value) {
                c.assembler().rmi8(Form.IMUL_I8, width, c.definitionRegister(0), left.operand(c), value);
            } else {
                c.assembler().rmi(Form.IMUL_I, width, c.definitionRegister(0), left.operand(c), value);
            }
        }), Constraint.ANY).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    void shift(Instruction instruction, Form byConstant, Form byRegister) {
        Width width = Selection.width(instruction.type());
        Instruction count = instruction.operand(1);
        if (count.isConstant()) {
            shift(instruction, instruction.operand(0), byConstant, (int) count.constantValue() & 8 * width.bytes() - 1);
        } else {
            new VariableShift(selection, instruction).select(byRegister);
        }
    }

    private void shift(Instruction instruction, Instruction operand, Form form, int bits) {
        Width width = Selection.width(instruction.type());
        VirtualRegister value = selection.lowerHalf(operand);
        selection.add(form.mnemonic(), c -> {
            copy(c, width);
            c.assembler().mi8(form, width, c.definitionRegister(0), bits);
        }).use(value, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    /** With all bits set it is a complement. */
    private void xor(Instruction instruction) {
        if (instruction.operand(1).isConstant() && instruction.operand(1).constantValue() == -1) {
            unary(instruction, Form.NOT);
        } else {
            binary(instruction, Form.XOR_RM, Form.XOR_I8, Form.XOR_I);
        }
    }

    private void unary(Instruction instruction, Form form) {
        Width width = Selection.width(instruction.type());
        VirtualRegister value = selection.lowerHalf(instruction.operand(0));
        selection.add(form.mnemonic(), c -> {
            copy(c, width);
            c.assembler().m(form, width, c.definitionRegister(0));
        }).use(value, Constraint.REGISTER).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }
}
