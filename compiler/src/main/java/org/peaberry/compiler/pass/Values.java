/** What the instruction that makes a value tells about it. */
package org.peaberry.compiler.pass;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

public final class Values {
    private Values() {
    }

    public static boolean isNeverNull(Instruction value) {
        return switch (value.opcode()) {
            case NEW, NEW_ARRAY, OBJECT, TYPE_INFORMATION, EXCEPTION -> true;
            default -> false;
        };
    }

    /** Whether the value is a quotient or remainder of integers: where the divisor may be zero, it has its place behind a ZERO_CHECK. */
    public static boolean isDivision(Instruction value) {
        return value.opcode() == Opcode.DIV || value.opcode() == Opcode.REM
                || value.opcode() == Opcode.PURE_INTRINSIC && isUnsignedDivision(value.attribute(Operation.class));
    }

    private static boolean isUnsignedDivision(Operation operation) {
        return switch (operation) {
            case DIVIDE_UNSIGNED_INT, DIVIDE_UNSIGNED_LONG, REMAINDER_UNSIGNED_INT, REMAINDER_UNSIGNED_LONG -> true;
            default -> false;
        };
    }

    /** Whether the INT is 0 or 1. */
    public static boolean isBoolean(Instruction value) {
        return switch (value.opcode()) {
            case COMPARE, INSTANCE_OF -> true;
            case CONST -> value.constantValue() == 0 || value.constantValue() == 1;
            case LOAD, ARRAY_LOAD -> value.attribute() == MemoryKind.BOOLEAN;
            case AND -> isBoolean(value.operand(0)) || isBoolean(value.operand(1));
            default -> false;
        };
    }

    /** Whether the INT is never negative, as far as this instruction alone tells. */
    public static boolean isNeverNegative(Instruction value) {
        return switch (value.opcode()) {
            case CONST -> value.constantValue() >= 0;
            case ARRAY_LENGTH, COMPARE, INSTANCE_OF, INT_TO_CHAR -> true;
            case AND -> isNeverNegative(value.operand(0)) || isNeverNegative(value.operand(1));
            case USHR -> value.type() == Type.INT && value.operand(1).isConstant() && (value.operand(1).constantValue() & Integer.SIZE - 1) != 0;
            case LOAD, ARRAY_LOAD -> value.attribute() == MemoryKind.BOOLEAN || value.attribute() == MemoryKind.CHAR;
            default -> false;
        };
    }

    /** Whether two references are certainly the same object (true) or different ones (false); null when that is not known. */
    public static Boolean isSame(Instruction left, Instruction right) {
        if (left == right) {
            return true;
        }
        if (left.opcode() == Opcode.NULL || right.opcode() == Opcode.NULL) {
            Instruction other = left.opcode() == Opcode.NULL ? right : left;
            return other.opcode() == Opcode.NULL ? Boolean.TRUE : isNeverNull(other) ? Boolean.FALSE : null;
        }
        boolean known = left.opcode() == Opcode.OBJECT && right.opcode() == Opcode.OBJECT;
        return known ? Boolean.valueOf(left.attribute() == right.attribute()) : null;
    }
}
