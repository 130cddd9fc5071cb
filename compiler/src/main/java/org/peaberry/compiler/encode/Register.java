/** General registers, in hardware order. */
package org.peaberry.compiler.encode;

public enum Register implements Operand {
    RAX("eax", "ax", "al"), RCX("ecx", "cx", "cl"), RDX("edx", "dx", "dl"), RBX("ebx", "bx", "bl"),
    RSP("esp", "sp", "spl"), RBP("ebp", "bp", "bpl"), RSI("esi", "si", "sil"), RDI("edi", "di", "dil"),
    R8("r8d", "r8w", "r8b"), R9("r9d", "r9w", "r9b"), R10("r10d", "r10w", "r10b"), R11("r11d", "r11w", "r11b"),
    R12("r12d", "r12w", "r12b"), R13("r13d", "r13w", "r13b"), R14("r14d", "r14w", "r14b"), R15("r15d", "r15w", "r15b");

    private final String name32;
    private final String name16;
    private final String name8;

    Register(String name32, String name16, String name8) {
        this.name32 = name32;
        this.name16 = name16;
        this.name8 = name8;
    }

    /** Low three bits of the register number, as ModRM, SIB and opcodes hold it. */
    int low() {
        return ordinal() & 7;
    }

    /** Whether a REX bit is needed to name it. */
    boolean isExtended() {
        return ordinal() >= 8;
    }

    /** SPL, BPL, SIL, DIL: as a byte register it needs a REX prefix, even an empty one. */
    boolean needsRexAsByte() {
        return ordinal() >= RSP.ordinal() && ordinal() <= RDI.ordinal();
    }

    /** Assembler name at a width. */
    public String name(Width width) {
        return switch (width) {
            case BYTE -> name8;
            case WORD -> name16;
            case DOUBLE -> name32;
            case QUAD -> name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
