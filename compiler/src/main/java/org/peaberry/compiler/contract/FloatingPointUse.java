/** Instructions that use the vector registers. */
package org.peaberry.compiler.contract;

import java.util.List;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

final class FloatingPointUse {
    private FloatingPointUse() {
    }

    /** A constant alone is none: what is done with it is. */
    static boolean isIn(Instruction instruction) {
        List<Instruction> operands = instruction.operands();
        boolean isComputed = instruction.type().isFloatingPoint() && instruction.opcode() != Opcode.CONST && instruction.opcode() != Opcode.PHI;
        return isComputed || instruction.opcode() != Opcode.PHI && operands.stream().anyMatch(operand -> operand != null && operand.type().isFloatingPoint());
    }

    /** As in source, as far as one can tell. */
    static String describe(Instruction instruction) {
        String type = (instruction.type().isFloatingPoint() ? instruction.type() : operandType(instruction)).text();
        return switch (instruction.opcode()) {
            case FADD -> type + " + " + type;
            case FSUB -> type + " - " + type;
            case FMUL -> type + " * " + type;
            case FDIV -> type + " / " + type;
            case FNEG -> "-" + type;
            case FCOMPARE -> "comparison of " + type + "s";
            case FCONVERT -> "conversion to " + type;
            case PARAMETER -> "parameter of type " + type;
            case RETURN -> "result of type " + type;
            case CALL -> "call with a " + type;
            case GET_FIELD, GET_STATIC, ARRAY_LOAD -> "read of a " + type;
            case PUT_FIELD, PUT_STATIC, ARRAY_STORE -> "write of a " + type;
            default -> "use of a " + type;
        };
    }

    private static Type operandType(Instruction instruction) {
        return instruction.operands().stream().map(Instruction::type).filter(Type::isFloatingPoint).findFirst().orElseThrow();
    }
}
