/** General registers, then vector registers, in hardware order. */
package org.peaberry.compiler.encode;

import java.util.List;

public enum Register implements Operand {
    RAX("eax", "ax", "al"), RCX("ecx", "cx", "cl"), RDX("edx", "dx", "dl"), RBX("ebx", "bx", "bl"),
    RSP("esp", "sp", "spl"), RBP("ebp", "bp", "bpl"), RSI("esi", "si", "sil"), RDI("edi", "di", "dil"),
    R8("r8d", "r8w", "r8b"), R9("r9d", "r9w", "r9b"), R10("r10d", "r10w", "r10b"), R11("r11d", "r11w", "r11b"),
    R12("r12d", "r12w", "r12b"), R13("r13d", "r13w", "r13b"), R14("r14d", "r14w", "r14b"), R15("r15d", "r15w", "r15b"),
    XMM0, XMM1, XMM2, XMM3, XMM4, XMM5, XMM6, XMM7, XMM8, XMM9, XMM10, XMM11, XMM12, XMM13, XMM14, XMM15;

    private static final int GENERAL_COUNT = 16;
    private static final List<Register> GENERAL = List.of(values()).subList(0, GENERAL_COUNT);
    private static final List<Register> VECTOR = List.of(values()).subList(GENERAL_COUNT, 2 * GENERAL_COUNT);

    private final String name32;
    private final String name16;
    private final String name8;

    Register(String name32, String name16, String name8) {
        this.name32 = name32;
        this.name16 = name16;
        this.name8 = name8;
    }

    Register() {
        this(null, null, null);
    }

    /** General registers. */
    public static List<Register> general() {
        return GENERAL;
    }

    /** Vector registers. */
    public static List<Register> vector() {
        return VECTOR;
    }

    /** Whether it holds floating-point numbers. */
    public boolean isVector() {
        return ordinal() >= GENERAL_COUNT;
    }

    /** As instructions name it: 0 to 15. */
    int number() {
        return ordinal() % GENERAL_COUNT;
    }

    /** Low three bits of the register number, as ModRM, SIB and opcodes hold it. */
    int low() {
        return number() & 7;
    }

    /** Whether a REX bit is needed to name it. */
    boolean isExtended() {
        return number() >= 8;
    }

    /** SPL, BPL, SIL, DIL: as a byte register it needs a REX prefix, even an empty one. */
    boolean needsRexAsByte() {
        return ordinal() >= RSP.ordinal() && ordinal() <= RDI.ordinal();
    }

    /** Assembler name at a width; vector registers have one for all. */
    public String name(Width width) {
        if (isVector()) {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
        return switch (width) {
            case BYTE -> name8;
            case WORD -> name16;
            case DOUBLE -> name32;
            case QUAD -> name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
