/** Arithmetic, comparisons, conversions and constants of floating point. */
package org.peaberry.compiler.frontend;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

/** Remainders and conversions to integers are calls by now (world/desugar). */
final class FloatingPointInstructions {
    private final Builder builder;

    FloatingPointInstructions(Builder builder) {
        this.builder = builder;
    }

    boolean translate(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.FCONST_2) {
            push(builder.constant((float) (opcode - Opcodes.FCONST_0)));
        } else if (opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1) {
            push(builder.constant((double) (opcode - Opcodes.DCONST_0)));
        } else {
            return translateOperation(opcode);
        }
        return true;
    }

    private boolean translateOperation(int opcode) {
        switch (opcode) {
            case Opcodes.FADD -> binary(Opcode.FADD, Type.FLOAT, null);
            case Opcodes.DADD -> binary(Opcode.FADD, Type.DOUBLE, null);
            case Opcodes.FSUB -> binary(Opcode.FSUB, Type.FLOAT, null);
            case Opcodes.DSUB -> binary(Opcode.FSUB, Type.DOUBLE, null);
            case Opcodes.FMUL -> binary(Opcode.FMUL, Type.FLOAT, null);
            case Opcodes.DMUL -> binary(Opcode.FMUL, Type.DOUBLE, null);
            case Opcodes.FDIV -> binary(Opcode.FDIV, Type.FLOAT, null);
            case Opcodes.DDIV -> binary(Opcode.FDIV, Type.DOUBLE, null);
            case Opcodes.FNEG -> unary(Opcode.FNEG, Type.FLOAT);
            case Opcodes.DNEG -> unary(Opcode.FNEG, Type.DOUBLE);
            case Opcodes.FCMPL, Opcodes.DCMPL -> binary(Opcode.FCOMPARE, Type.INT, -1);
            case Opcodes.FCMPG, Opcodes.DCMPG -> binary(Opcode.FCOMPARE, Type.INT, 1);
            case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> unary(Opcode.FCONVERT, Type.FLOAT);
            case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> unary(Opcode.FCONVERT, Type.DOUBLE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void binary(Opcode opcode, Type type, Object attribute) {
        Instruction right = builder.frame.popValue();
        Instruction left = builder.frame.popValue();
        push(builder.emit(opcode, type, attribute, left, right));
    }

    private void unary(Opcode opcode, Type type) {
        push(builder.emit(opcode, type, null, builder.frame.popValue()));
    }

    private void push(Instruction value) {
        builder.frame.push(value, value.type() == Type.DOUBLE);
    }
}
