/** Multiplication and division by powers of two as shifts. */
package org.peaberry.compiler.pass.value;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Values;

final class StrengthReduction {
    private StrengthReduction() {
    }

    /** A cheaper value that equals {@code value op constant}, or null. */
    static Instruction reduce(Graph graph, Instruction operation, Instruction value, long constant) {
        return switch (operation.opcode()) {
            case MUL -> multiply(graph, operation, value, constant);
            case DIV -> divide(graph, operation, value, constant);
            case REM -> remainder(graph, operation, value, constant);
            default -> null;
        };
    }

    /** The exponent when the constant is a power of two above one that the type holds, otherwise -1. */
    private static int exponent(long constant) {
        return constant > 1 && Long.bitCount(constant) == 1 ? Long.numberOfTrailingZeros(constant) : -1;
    }

    private static Instruction multiply(Graph graph, Instruction operation, Instruction value, long constant) {
        if (constant == 1) {
            return value;
        }
        if (constant == 0) {
            return operation.operand(1);
        }
        if (constant == -1) {
            return Edits.insertBefore(graph, operation, Opcode.NEG, operation.type(), null, value);
        }
        int exponent = exponent(constant);
        return exponent < 0 ? null : shift(graph, operation, Opcode.SHL, value, exponent);
    }

    private static Instruction divide(Graph graph, Instruction operation, Instruction value, long constant) {
        if (constant == 1) {
            return value;
        }
        if (constant == -1) {
            return Edits.insertBefore(graph, operation, Opcode.NEG, operation.type(), null, value);
        }
        int exponent = exponent(constant);
        return exponent < 0 ? null : shift(graph, operation, Opcode.SHR, biased(graph, operation, value, exponent), exponent);
    }

    private static Instruction remainder(Graph graph, Instruction operation, Instruction value, long constant) {
        if (constant == 1 || constant == -1) {
            return Edits.constantBefore(graph, operation, operation.type(), 0);
        }
        int exponent = exponent(constant);
        if (exponent < 0) {
            return null;
        }
        Instruction mask = Edits.constantBefore(graph, operation, operation.type(), -constant);
        Instruction multiple = Edits.insertBefore(graph, operation, Opcode.AND, operation.type(), null, biased(graph, operation, value, exponent), mask);
        return Edits.insertBefore(graph, operation, Opcode.SUB, operation.type(), null, value, multiple);
    }

    /** Division rounds towards zero, a shift down: a negative dividend is raised by divisor - 1 first. */
    private static Instruction biased(Graph graph, Instruction operation, Instruction value, int exponent) {
        if (operation.type() == Type.INT && Values.isNeverNegative(value)) {
            return value;
        }
        int bits = operation.type() == Type.INT ? Integer.SIZE : Long.SIZE;
        Instruction sign = shift(graph, operation, Opcode.SHR, value, bits - 1);
        Instruction bias = shift(graph, operation, Opcode.USHR, sign, bits - exponent);
        return Edits.insertBefore(graph, operation, Opcode.ADD, operation.type(), null, value, bias);
    }

    private static Instruction shift(Graph graph, Instruction operation, Opcode opcode, Instruction value, int count) {
        return Edits.insertBefore(graph, operation, opcode, operation.type(), null, value,
                Edits.constantBefore(graph, operation, Type.INT, count));
    }
}
