/** What the instruction that makes a value tells about it. */
package org.peaberry.compiler.pass;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;

final class Values {
    private Values() {
    }

    static boolean isNeverNull(Instruction value) {
        return switch (value.opcode()) {
            case NEW, NEW_ARRAY, OBJECT, TYPE_INFORMATION, EXCEPTION -> true;
            default -> false;
        };
    }

    /** Whether the INT is 0 or 1. */
    static boolean isBoolean(Instruction value) {
        return switch (value.opcode()) {
            case COMPARE, INSTANCE_OF -> true;
            case CONST -> value.constantValue() == 0 || value.constantValue() == 1;
            case LOAD, ARRAY_LOAD -> value.attribute() == MemoryKind.BOOLEAN;
            case AND -> isBoolean(value.operand(0)) || isBoolean(value.operand(1));
            default -> false;
        };
    }

    /** Whether the INT is never negative, as far as this instruction alone tells. */
    static boolean isNeverNegative(Instruction value) {
        return switch (value.opcode()) {
            case CONST -> value.constantValue() >= 0;
            case ARRAY_LENGTH, COMPARE, INSTANCE_OF, INT_TO_CHAR -> true;
            case AND -> isPositiveConstant(value.operand(0)) || isPositiveConstant(value.operand(1));
            case USHR -> value.operand(1).isConstant() && (value.operand(1).constantValue() & 31) != 0 && value.type() == org.peaberry.compiler.ir.Type.INT;
            case LOAD, ARRAY_LOAD -> value.attribute() == MemoryKind.BOOLEAN || value.attribute() == MemoryKind.CHAR;
            default -> false;
        };
    }

    private static boolean isPositiveConstant(Instruction value) {
        return value.opcode() == Opcode.CONST && value.constantValue() >= 0;
    }
}
