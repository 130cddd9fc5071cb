/** Takes an instruction apart: prefixes, opcode, ModR/M, displacement, immediate. Intel SDM vol. 2A, chapter 2. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.CodeSize;

/** Knows the shape of every instruction, so that its length is right; what it does, {@link AccessDecoder} knows for those that matter. */
final class InstructionDecoder {
    static final int MODE_REGISTER = 3;

    private static final int OPERAND_SIZE = 0x66;
    private static final int ADDRESS_SIZE = 0x67;
    private static final int LOCK = 0xF0;
    private static final int REPEAT_NOT_EQUAL = 0xF2;
    private static final int REPEAT = 0xF3;
    private static final int REX_FIRST = 0x40;
    private static final int REX_LAST = 0x4F;
    private static final int ESCAPE = 0x0F;
    private static final int ESCAPE_38 = 0x38;
    private static final int ESCAPE_3A = 0x3A;
    private static final int REGISTER_MASK = 7;
    private static final int TEST_LIMIT = 2;

    private InstructionDecoder() {
    }

    /** Decodes the bytes that were set; false when they are no instruction, or its end is missing. */
    static boolean decode(DecodedInstruction in, CodeSize size) {
        in.begin(size);
        readPrefixes(in);
        if (!in.isTooLong()) {
            readOpcode(in);
        }
        OpcodeForm form = OpcodeTable.form(in.map, in.opcode);
        if (form == OpcodeForm.INVALID || in.isTooLong()) {
            return false;
        }
        if (form.hasModRm()) {
            ModRm.read(in, form == OpcodeForm.MODRM_REGISTERS);
        }
        readImmediate(in, form);
        return !in.isTooLong();
    }

    private static void readPrefixes(DecodedInstruction in) {
        while (!in.isTooLong()) {
            int prefix = in.peek();
            boolean isRex = in.is64Bit() && prefix >= REX_FIRST && prefix <= REX_LAST;
            if (!isRex && !isLegacyPrefix(in, prefix)) {
                return;
            }
            in.rex = isRex ? prefix : 0;
            in.next();
        }
    }

    private static boolean isLegacyPrefix(DecodedInstruction in, int prefix) {
        switch (prefix) {
            case OPERAND_SIZE -> in.hasOperandPrefix = true;
            case ADDRESS_SIZE -> in.hasAddressPrefix = true;
            case LOCK -> in.hasLock = true;
            case REPEAT, REPEAT_NOT_EQUAL -> in.repeatPrefix = prefix;
            default -> {
                int segment = SegmentPrefix.segment(prefix);
                if (segment == DecodedInstruction.NONE) {
                    return false;
                }
                if (!in.is64Bit() || SegmentPrefix.countsIn64BitMode(segment)) {
                    in.segmentOverride = segment;
                }
            }
        }
        return true;
    }

    private static void readOpcode(DecodedInstruction in) {
        in.opcodePosition = in.position();
        if (VectorPrefix.isNext(in)) {
            VectorPrefix.read(in);
            return;
        }
        in.opcode = in.next();
        if (in.opcode != ESCAPE) {
            return;
        }
        in.opcode = in.next();
        in.map = switch (in.opcode) {
            case ESCAPE_38 -> OpcodeTable.MAP_0F38;
            case ESCAPE_3A -> OpcodeTable.MAP_0F3A;
            default -> OpcodeTable.MAP_0F;
        };
        if (in.map != OpcodeTable.MAP_0F) {
            in.opcode = in.next();
        }
    }

    private static void readImmediate(DecodedInstruction in, OpcodeForm form) {
        boolean isTest = (in.reg & REGISTER_MASK) < TEST_LIMIT;
        int operand = Math.min(in.operandBytes(), Integer.BYTES);
        switch (form) {
            case BYTE, MODRM_BYTE -> in.immediate = in.nextSigned(Byte.BYTES);
            case WORD -> in.immediate = in.nextSigned(Short.BYTES);
            case OPERAND, MODRM_OPERAND -> in.immediate = in.nextSigned(operand);
            case FULL_OPERAND -> in.immediate = in.nextSigned(in.operandBytes());
            case OFFSET -> in.displacement = in.nextSigned(in.addressBytes());
            case FAR_POINTER -> {
                in.immediate = in.nextSigned(operand);
                in.nextSigned(Short.BYTES);
            }
            case WORD_AND_BYTE -> {
                in.immediate = in.nextSigned(Short.BYTES);
                in.next();
            }
            case MODRM_TEST_BYTE -> in.immediate = in.nextSigned(isTest ? Byte.BYTES : 0);
            case MODRM_TEST_OPERAND -> in.immediate = in.nextSigned(isTest ? operand : 0);
            default -> { }
        }
    }
}
