/** Integer arithmetic, comparisons of longs, and conversions. */
package org.peaberry.compiler.frontend;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

final class ArithmeticInstructions {
    private final Builder builder;

    ArithmeticInstructions(Builder builder) {
        this.builder = builder;
    }

    boolean translate(AbstractInsnNode instruction) {
        switch (instruction.getOpcode()) {
            case Opcodes.IADD -> binary(Opcode.ADD, Type.INT);
            case Opcodes.LADD -> binary(Opcode.ADD, Type.LONG);
            case Opcodes.ISUB -> binary(Opcode.SUB, Type.INT);
            case Opcodes.LSUB -> binary(Opcode.SUB, Type.LONG);
            case Opcodes.IMUL -> binary(Opcode.MUL, Type.INT);
            case Opcodes.LMUL -> binary(Opcode.MUL, Type.LONG);
            case Opcodes.IDIV -> divide(Opcode.DIV, Type.INT);
            case Opcodes.LDIV -> divide(Opcode.DIV, Type.LONG);
            case Opcodes.IREM -> divide(Opcode.REM, Type.INT);
            case Opcodes.LREM -> divide(Opcode.REM, Type.LONG);
            case Opcodes.INEG -> unary(Opcode.NEG, Type.INT);
            case Opcodes.LNEG -> unary(Opcode.NEG, Type.LONG);
            case Opcodes.ISHL -> binary(Opcode.SHL, Type.INT);
            case Opcodes.LSHL -> binary(Opcode.SHL, Type.LONG);
            case Opcodes.ISHR -> binary(Opcode.SHR, Type.INT);
            case Opcodes.LSHR -> binary(Opcode.SHR, Type.LONG);
            case Opcodes.IUSHR -> binary(Opcode.USHR, Type.INT);
            case Opcodes.LUSHR -> binary(Opcode.USHR, Type.LONG);
            case Opcodes.IAND -> binary(Opcode.AND, Type.INT);
            case Opcodes.LAND -> binary(Opcode.AND, Type.LONG);
            case Opcodes.IOR -> binary(Opcode.OR, Type.INT);
            case Opcodes.LOR -> binary(Opcode.OR, Type.LONG);
            case Opcodes.IXOR -> binary(Opcode.XOR, Type.INT);
            case Opcodes.LXOR -> binary(Opcode.XOR, Type.LONG);
            case Opcodes.LCMP -> binary(Opcode.COMPARE_THREE_WAY, Type.INT);
            case Opcodes.I2L -> unary(Opcode.INT_TO_LONG, Type.LONG);
            case Opcodes.L2I -> unary(Opcode.LONG_TO_INT, Type.INT);
            case Opcodes.I2B -> unary(Opcode.INT_TO_BYTE, Type.INT);
            case Opcodes.I2C -> unary(Opcode.INT_TO_CHAR, Type.INT);
            case Opcodes.I2S -> unary(Opcode.INT_TO_SHORT, Type.INT);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void binary(Opcode opcode, Type type) {
        Instruction right = builder.frame.popValue();
        Instruction left = builder.frame.popValue();
        builder.frame.push(builder.emit(opcode, type, null, left, right), type == Type.LONG);
    }

    private void unary(Opcode opcode, Type type) {
        builder.frame.push(builder.emit(opcode, type, null, builder.frame.popValue()), type == Type.LONG);
    }

    private void divide(Opcode opcode, Type type) {
        Instruction divisor = builder.frame.popValue();
        Instruction dividend = builder.frame.popValue();
        if (!divisor.isConstant() || divisor.constantValue() == 0) {
            builder.emitThrowing(Opcode.ZERO_CHECK, Type.VOID, null, divisor);
        }
        builder.frame.push(builder.emit(opcode, type, null, dividend, divisor), type == Type.LONG);
    }
}
