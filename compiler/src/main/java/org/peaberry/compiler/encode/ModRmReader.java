/** Reads ModRM, SIB and displacement. Intel SDM vol. 2, §2.1.5. */
package org.peaberry.compiler.encode;

final class ModRmReader {
    private static final int DIRECT = 3;
    private static final int SIB = 4;
    private static final int NO_INDEX = 4;
    private static final int RIP_OR_NONE = 5;
    private static final int LOW = 7;

    private final int mode;
    private final int field;
    private final int rm;
    /** What is in memory; null for a register. */
    private MemoryOperand memory;
    /** Place of the displacement of a RIP-relative operand, or -1. */
    private int relativeAt = -1;

    ModRmReader(CodeReader code, Prefixes prefixes) {
        int value = code.next();
        mode = value >> 6;
        field = value >> 3 & LOW;
        rm = value & LOW;
        if (mode != DIRECT) {
            readMemory(code, prefixes);
        }
    }

    /** The low bits of the register, or an extension of the opcode. */
    int field() {
        return field;
    }

    /** The low bits of the register in the place of memory. */
    int rm() {
        return rm;
    }

    boolean isRegister() {
        return mode == DIRECT;
    }

    /** Of a RIP-relative operand the displacement alone. */
    MemoryOperand memory() {
        return memory;
    }

    boolean isRelative() {
        return relativeAt >= 0;
    }

    int relativeAt() {
        return relativeAt;
    }

    private void readMemory(CodeReader code, Prefixes prefixes) {
        Register base = null;
        Register index = null;
        int scale = 0;
        boolean hasBase = true;
        if (rm == SIB) {
            int sib = code.next();
            scale = sib >> 6;
            int indexNumber = prefixes.index(sib >> 3 & LOW);
            index = indexNumber == NO_INDEX ? null : Register.general().get(indexNumber);
            hasBase = (sib & LOW) != RIP_OR_NONE || mode != 0;
            base = hasBase ? Register.general().get(prefixes.base(sib & LOW)) : null;
        } else if (rm == RIP_OR_NONE && mode == 0) {
            relativeAt = code.position();
            hasBase = false;
        } else {
            base = Register.general().get(prefixes.base(rm));
        }
        int bytes = !hasBase ? Integer.BYTES : mode == 1 ? Byte.BYTES : mode == 2 ? Integer.BYTES : 0;
        int displacement = (int) code.signed(bytes);
        memory = new MemoryOperand(base, index, scale, displacement, null, prefixes.gs());
    }
}
