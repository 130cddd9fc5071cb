/** What the instruction that makes a value tells about it. */
package org.peaberry.compiler.pass;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

final class Values {
    /** Above every INT. */
    static final long UNKNOWN = 1L << 31;

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
        return value.opcode() == Opcode.ARRAY_LENGTH || greatest(value) < UNKNOWN;
    }

    /** The greatest value of an INT that is certainly not negative; {@link #UNKNOWN} when it may be. */
    static long greatest(Instruction value) {
        return switch (value.opcode()) {
            case CONST -> value.constantValue() >= 0 ? value.constantValue() : UNKNOWN;
            case COMPARE, INSTANCE_OF -> 1;
            case INT_TO_CHAR -> Math.min(Character.MAX_VALUE, greatest(value.operand(0)));
            case AND -> Math.min(greatest(value.operand(0)), greatest(value.operand(1)));
            case USHR -> greatestShifted(value);
            case LOAD, ARRAY_LOAD -> greatestLoaded(value.attribute(MemoryKind.class));
            default -> UNKNOWN;
        };
    }

    private static long greatestShifted(Instruction shift) {
        boolean known = shift.type() == Type.INT && shift.operand(1).isConstant() && (shift.operand(1).constantValue() & 31) != 0;
        return known ? -1 >>> shift.operand(1).constantValue() : UNKNOWN;
    }

    private static long greatestLoaded(MemoryKind kind) {
        return kind == MemoryKind.BOOLEAN ? 1 : kind == MemoryKind.CHAR ? Character.MAX_VALUE : UNKNOWN;
    }
}
