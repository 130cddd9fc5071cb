/** The ModR/M byte with what belongs to it: SIB and displacement. Intel SDM vol. 2A, tables 2-1 to 2-3. */
package org.peaberry.arch.decode;

final class ModRm {
    private static final int MODE_SHIFT = 6;
    private static final int REG_SHIFT = 3;
    private static final int FIELD_MASK = 7;
    private static final int REX_R = 1 << 2;
    private static final int REX_X = 1 << 1;
    private static final int REX_B = 1 << 0;
    private static final int EXTENSION = 8;
    private static final int SIB = 4;
    private static final int NO_INDEX = 4;
    /** Without displacement RBP cannot be a base: its encoding means something else. */
    private static final int NO_BASE = 5;
    private static final int DIRECT_16 = 6;
    private static final int RBX = 3;
    private static final int RBP = 5;
    private static final int RSI = 6;
    private static final int RDI = 7;
    private static final int[] BASES_16 = {RBX, RBX, RBP, RBP, RSI, RDI, RBP, RBX};
    private static final int[] INDICES_16 = {RSI, RDI, RSI, RDI, DecodedInstruction.NONE, DecodedInstruction.NONE, DecodedInstruction.NONE, DecodedInstruction.NONE};

    private ModRm() {
    }

    /** @param namesRegisters whether the operand is a register whatever the mode says */
    static void read(DecodedInstruction in, boolean namesRegisters) {
        int modRm = in.next();
        in.hasModRm = true;
        in.mode = namesRegisters ? InstructionDecoder.MODE_REGISTER : modRm >> MODE_SHIFT;
        in.reg = modRm >> REG_SHIFT & FIELD_MASK | extension(in, REX_R);
        in.rm = modRm & FIELD_MASK | extension(in, REX_B);
        if (in.mode == InstructionDecoder.MODE_REGISTER) {
            return;
        }
        if (in.addressBytes() == Short.BYTES) {
            read16(in, modRm & FIELD_MASK);
        } else {
            read32(in, modRm & FIELD_MASK);
        }
    }

    private static void read16(DecodedInstruction in, int rm) {
        if (in.mode == 0 && rm == DIRECT_16) {
            in.displacement = in.nextSigned(Short.BYTES);
            return;
        }
        in.base = BASES_16[rm];
        in.index = INDICES_16[rm];
        in.displacement = in.nextSigned(in.mode);
    }

    private static void read32(DecodedInstruction in, int rm) {
        if (rm == SIB) {
            readSib(in);
            return;
        }
        if (in.mode == 0 && rm == NO_BASE) {
            in.isInstructionRelative = in.is64Bit();
            in.displacement = in.nextSigned(Integer.BYTES);
            return;
        }
        in.base = in.rm;
        readDisplacement(in);
    }

    private static void readSib(DecodedInstruction in) {
        int sib = in.next();
        in.scale = sib >> MODE_SHIFT;
        int index = sib >> REG_SHIFT & FIELD_MASK | extension(in, REX_X);
        in.index = index == NO_INDEX ? DecodedInstruction.NONE : index;
        int base = sib & FIELD_MASK;
        if (in.mode == 0 && base == NO_BASE) {
            in.displacement = in.nextSigned(Integer.BYTES);
            return;
        }
        in.base = base | extension(in, REX_B);
        readDisplacement(in);
    }

    /** Mode 1 has a byte, mode 2 four. */
    private static void readDisplacement(DecodedInstruction in) {
        in.displacement = in.nextSigned(in.mode == 0 ? 0 : in.mode == 1 ? Byte.BYTES : Integer.BYTES);
    }

    private static int extension(DecodedInstruction in, int rexBit) {
        return (in.rex & rexBit) != 0 ? EXTENSION : 0;
    }
}
