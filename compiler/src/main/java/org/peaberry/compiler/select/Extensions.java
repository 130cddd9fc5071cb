/** Conversions between INT and LONG that cost nothing, since an INT in a register has zeros above its 32 bits. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;

final class Extensions {
    private static final long BYTE_MASK = 0xff;
    private static final long SHORT_MASK = 0xffff;

    private Extensions() {
    }

    /** The value whose register holds this one: an unsigned extension is in that of its operand, unless it was removed from the graph. */
    static Instruction origin(Instruction value) {
        return value.opcode() == Opcode.INT_TO_LONG_UNSIGNED && !value.operands().isEmpty() ? origin(value.operand(0)) : value;
    }

    /** A value with the same lower 32 bits, for an instruction that reads no others. */
    static Instruction lowerHalf(Instruction value) {
        return value.opcode() == Opcode.LONG_TO_INT ? value.operand(0) : value;
    }

    /** A value with the same lowest bits, as many as memory of a kind has. */
    static Instruction lowestBits(Instruction value, MemoryKind kind) {
        boolean keepsThem = switch (value.opcode()) {
            case LONG_TO_INT -> kind.bytes() <= Integer.BYTES;
            case INT_TO_SHORT, INT_TO_CHAR -> kind.bytes() <= Short.BYTES;
            case INT_TO_BYTE -> kind.bytes() == Byte.BYTES;
            case AND -> value.operand(1).isConstant() && kind.bytes() <= Short.BYTES && hasAllBits(value.operand(1).constantValue(), kind);
            default -> false;
        };
        return keepsThem ? lowestBits(value.operand(0), kind) : value;
    }

    private static boolean hasAllBits(long mask, MemoryKind kind) {
        long bits = kind.bytes() == Byte.BYTES ? BYTE_MASK : SHORT_MASK;
        return (mask & bits) == bits;
    }
}
