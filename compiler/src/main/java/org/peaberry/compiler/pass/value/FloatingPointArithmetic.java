/** Java's floating-point arithmetic on constants, which are given and returned as bits. */
package org.peaberry.compiler.pass.value;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Type;

final class FloatingPointArithmetic {
    private FloatingPointArithmetic() {
    }

    /** @param right 0 when there is one operand */
    static Long evaluate(Instruction operation, long left, long right) {
        return switch (operation.opcode()) {
            case FADD, FSUB, FMUL, FDIV, FNEG -> operation.type() == Type.FLOAT ? (long) bits(compute(operation, toFloat(left), toFloat(right)))
                    : bits(compute(operation, toDouble(left), toDouble(right)));
            case FCOMPARE -> (long) compare(operation, widened(operation.operand(0).type(), left), widened(operation.operand(1).type(), right));
            case FCONVERT -> convert(operation, left);
            default -> null;
        };
    }

    private static float toFloat(long bits) {
        return Float.intBitsToFloat((int) bits);
    }

    private static double toDouble(long bits) {
        return Double.longBitsToDouble(bits);
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static double widened(Type type, long bits) {
        return type == Type.FLOAT ? toFloat(bits) : toDouble(bits);
    }

    private static float compute(Instruction operation, float left, float right) {
        return switch (operation.opcode()) {
            case FADD -> left + right;
            case FSUB -> left - right;
            case FMUL -> left * right;
            case FDIV -> left / right;
            default -> -left;
        };
    }

    private static double compute(Instruction operation, double left, double right) {
        return switch (operation.opcode()) {
            case FADD -> left + right;
            case FSUB -> left - right;
            case FMUL -> left * right;
            case FDIV -> left / right;
            default -> -left;
        };
    }

    private static int compare(Instruction operation, double left, double right) {
        if (left < right) {
            return -1;
        }
        return left > right ? 1 : left == right ? 0 : operation.attribute(Integer.class);
    }

    private static long convert(Instruction operation, long value) {
        Type from = operation.operand(0).type();
        if (operation.type() == Type.DOUBLE) {
            return bits(from == Type.FLOAT ? (double) toFloat(value) : (double) value);
        }
        return bits(from == Type.DOUBLE ? (float) toDouble(value) : (float) value);
    }
}
