/** ModRM, SIB and displacement bytes. Intel SDM vol. 2, §2.1.5. */
package org.peaberry.compiler.encode;

final class ModRm {
    private static final int REGISTER_DIRECT = 3;
    private static final int NO_DISPLACEMENT = 0;
    private static final int DISPLACEMENT_8 = 1;
    private static final int DISPLACEMENT_32 = 2;
    /** r/m value that announces a SIB byte; index value that means none; base value that with mod 0 means none. */
    private static final int SIB = 4;
    private static final int NO_INDEX = 4;
    private static final int NO_BASE = 5;
    private static final int RIP = 5;
    /** Low bits of RBP and R13, which cannot go without displacement. */
    private static final int BASE_NEEDS_DISPLACEMENT = 5;
    private static final int SIB_BASE = 4;

    private final Assembler assembler;
    private final CodeBuffer code;

    ModRm(Assembler assembler, CodeBuffer code) {
        this.assembler = assembler;
        this.code = code;
    }

    /** @param immediateBytes bytes of the instruction after the displacement, which RIP-relative addresses must skip */
    void emit(int register, Operand operand, int immediateBytes) {
        if (operand instanceof Register direct) {
            put(REGISTER_DIRECT, register, direct.low());
        } else {
            emitMemory(register, (MemoryOperand) operand, immediateBytes);
        }
    }

    /** The ModRM byte of a RIP-relative operand, whose displacement the caller emits. */
    void ripRelative(int register) {
        put(NO_DISPLACEMENT, register, RIP);
    }

    private void emitMemory(int register, MemoryOperand memory, int immediateBytes) {
        if (memory.symbol() != null) {
            ripRelative(register);
            assembler.relocate(Relocation.Kind.PC32, memory.symbol(), (long) memory.displacement() - Integer.BYTES - immediateBytes);
            code.put(0, Integer.BYTES);
        } else if (memory.base() == null) {
            put(NO_DISPLACEMENT, register, SIB);
            putSib(memory.scaleShift(), memory.index(), NO_BASE);
            code.put(memory.displacement(), Integer.BYTES);
        } else {
            emitBased(register, memory);
        }
    }

    private void emitBased(int register, MemoryOperand memory) {
        int base = memory.base().low();
        int mode = mode(base, memory.displacement());
        if (memory.index() != null || base == SIB_BASE) {
            put(mode, register, SIB);
            putSib(memory.scaleShift(), memory.index(), base);
        } else {
            put(mode, register, base);
        }
        if (mode == DISPLACEMENT_8) {
            code.put(memory.displacement());
        } else if (mode == DISPLACEMENT_32) {
            code.put(memory.displacement(), Integer.BYTES);
        }
    }

    private static int mode(int base, int displacement) {
        if (displacement == 0 && base != BASE_NEEDS_DISPLACEMENT) {
            return NO_DISPLACEMENT;
        }
        return displacement == (byte) displacement ? DISPLACEMENT_8 : DISPLACEMENT_32;
    }

    private void put(int mode, int register, int rm) {
        code.put(mode << 6 | (register & 7) << 3 | rm);
    }

    private void putSib(int scale, Register index, int base) {
        code.put(scale << 6 | (index == null ? NO_INDEX : index.low()) << 3 | base);
    }
}
