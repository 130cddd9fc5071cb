/** From a decoded instruction to what it does with memory. Intel SDM vol. 2D, tables. */
package org.peaberry.arch.decode;

/** Knows the instructions that compilers and kernels use on device memory; the rest is refused. */
final class AccessDecoder {
    private static final int WIDE_BIT = 1;
    /** MOVSXD; no such instruction outside of 64-bit code. */
    private static final int MOVE_SIGN_EXTENDED = 0x63;
    /** From here on opcodes of unary instructions are those of INC and DEC. */
    private static final int INCREMENT_GROUP = 0xFE;
    private static final int TO_REGISTER_BIT = 2;
    private static final int ARITHMETIC_LIMIT = 0x40;
    private static final int ARITHMETIC_FORM = 7;
    private static final int ARITHMETIC_FORMS = 4;
    private static final int ARITHMETIC_SHIFT = 3;
    private static final int FIELD_MASK = 7;
    private static final int HIGH_BYTE_FIRST = 4;
    private static final int HIGH_BYTE_LAST = 7;
    private static final int ACCUMULATOR = 0;
    private static final MemoryOperation[] ARITHMETIC = {
        MemoryOperation.ADD, MemoryOperation.OR, MemoryOperation.ADD_CARRY, MemoryOperation.SUBTRACT_BORROW,
        MemoryOperation.AND, MemoryOperation.SUBTRACT, MemoryOperation.XOR, MemoryOperation.COMPARE,
    };
    private static final MemoryOperation[] BITS = {
        MemoryOperation.BIT_TEST, MemoryOperation.BIT_SET, MemoryOperation.BIT_RESET, MemoryOperation.BIT_COMPLEMENT,
    };

    private AccessDecoder() {
    }

    /** Fills the access; false when the instruction has no operand in memory, or is not one of those known. */
    static boolean decode(DecodedInstruction in, DecodedAccess access) {
        if (in.isVector) {
            return false;
        }
        return switch (in.map) {
            case OpcodeTable.MAP_PRIMARY -> decodePrimary(in, access);
            case OpcodeTable.MAP_0F -> in.hasMemoryOperand() && decodeSecondary(in, access);
            default -> false;
        };
    }

    private static boolean decodePrimary(DecodedInstruction in, DecodedAccess access) {
        if (in.hasMemoryOperand()) {
            return in.opcode < ARITHMETIC_LIMIT ? decodeArithmetic(in, access) : decodeOperand(in, access);
        }
        switch (in.opcode) {
            case 0xA0, 0xA1 -> toRegister(access, MemoryOperation.LOAD, width(in), ACCUMULATOR);
            case 0xA2, 0xA3 -> access.begin(MemoryOperation.STORE, width(in), ACCUMULATOR);
            case 0xA4, 0xA5 -> access.begin(MemoryOperation.MOVE_STRING, width(in), ACCUMULATOR);
            case 0xAA, 0xAB -> access.begin(MemoryOperation.STORE_STRING, width(in), ACCUMULATOR);
            case 0xAC, 0xAD -> toRegister(access, MemoryOperation.LOAD_STRING, width(in), ACCUMULATOR);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** 00 to 3B: eight operations in the same six forms each. */
    private static boolean decodeArithmetic(DecodedInstruction in, DecodedAccess access) {
        if ((in.opcode & ARITHMETIC_FORM) >= ARITHMETIC_FORMS) {
            return false;
        }
        withRegister(in, access, ARITHMETIC[in.opcode >> ARITHMETIC_SHIFT], width(in));
        access.isToRegister = (in.opcode & TO_REGISTER_BIT) != 0;
        return true;
    }

    private static boolean decodeOperand(DecodedInstruction in, DecodedAccess access) {
        switch (in.opcode) {
            case MOVE_SIGN_EXTENDED -> loadExtended(in, access, Integer.BYTES, true);
            case 0x80, 0x81, 0x82, 0x83 -> withImmediate(in, access, ARITHMETIC[in.reg & FIELD_MASK]);
            case 0x84, 0x85 -> withRegister(in, access, MemoryOperation.TEST, width(in));
            case 0x86, 0x87 -> withRegister(in, access, MemoryOperation.EXCHANGE, width(in));
            case 0x88, 0x89 -> withRegister(in, access, MemoryOperation.STORE, width(in));
            case 0x8A, 0x8B -> {
                withRegister(in, access, MemoryOperation.LOAD, width(in));
                access.isToRegister = true;
            }
            case 0xC6, 0xC7 -> {
                withImmediate(in, access, MemoryOperation.STORE);
                return (in.reg & FIELD_MASK) == 0;
            }
            case 0xF6, 0xF7, 0xFE, 0xFF -> {
                return decodeUnary(in, access);
            }
            default -> {
                return false;
            }
        }
        return in.opcode != MOVE_SIGN_EXTENDED || in.is64Bit();
    }

    private static boolean decodeUnary(DecodedInstruction in, DecodedAccess access) {
        boolean isCount = in.opcode >= INCREMENT_GROUP;
        MemoryOperation operation = switch (in.reg & FIELD_MASK) {
            case 0 -> isCount ? MemoryOperation.INCREMENT : MemoryOperation.TEST;
            case 1 -> isCount ? MemoryOperation.DECREMENT : MemoryOperation.TEST;
            case 2 -> isCount ? null : MemoryOperation.NOT;
            case 3 -> isCount ? null : MemoryOperation.NEGATE;
            default -> null;
        };
        if (operation == null) {
            return false;
        }
        withImmediate(in, access, operation);
        return true;
    }

    private static boolean decodeSecondary(DecodedInstruction in, DecodedAccess access) {
        switch (in.opcode) {
            case 0xA3, 0xAB, 0xB3, 0xBB -> withRegister(in, access, BITS[in.opcode >> ARITHMETIC_SHIFT & BITS.length - 1], in.operandBytes());
            case 0xBA -> {
                withImmediate(in, access, BITS[in.reg & BITS.length - 1]);
                access.width = in.operandBytes();
                return (in.reg & FIELD_MASK) >= BITS.length;
            }
            case 0xB0, 0xB1 -> withRegister(in, access, MemoryOperation.COMPARE_EXCHANGE, width(in));
            case 0xC0, 0xC1 -> withRegister(in, access, MemoryOperation.EXCHANGE_ADD, width(in));
            case 0xC3 -> withRegister(in, access, MemoryOperation.STORE, in.operandBytes());
            case 0xB6 -> loadExtended(in, access, Byte.BYTES, false);
            case 0xB7 -> loadExtended(in, access, Short.BYTES, false);
            case 0xBE -> loadExtended(in, access, Byte.BYTES, true);
            case 0xBF -> loadExtended(in, access, Short.BYTES, true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void withRegister(DecodedInstruction in, DecodedAccess access, MemoryOperation operation, int width) {
        access.begin(operation, width, in.reg);
        if (width == Byte.BYTES && in.rex == 0 && in.reg >= HIGH_BYTE_FIRST && in.reg <= HIGH_BYTE_LAST) {
            access.isHighByte = true;
            access.register = in.reg - HIGH_BYTE_FIRST;
        }
    }

    private static void withImmediate(DecodedInstruction in, DecodedAccess access, MemoryOperation operation) {
        access.begin(operation, width(in), ACCUMULATOR);
        access.hasImmediate = true;
        access.immediate = in.immediate;
    }

    private static void toRegister(DecodedAccess access, MemoryOperation operation, int width, int register) {
        access.begin(operation, width, register);
        access.isToRegister = true;
    }

    private static void loadExtended(DecodedInstruction in, DecodedAccess access, int width, boolean isSigned) {
        toRegister(access, MemoryOperation.LOAD, width, in.reg);
        access.resultWidth = in.operandBytes();
        access.isSigned = isSigned;
    }

    /** Even opcodes are of bytes. */
    private static int width(DecodedInstruction in) {
        return (in.opcode & WIDE_BIT) == 0 ? Byte.BYTES : in.operandBytes();
    }
}
