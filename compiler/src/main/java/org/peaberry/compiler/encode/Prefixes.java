/** Prefixes of an instruction. Intel SDM vol. 2, §2.1.1 and §2.2.1. */
package org.peaberry.compiler.encode;

/**
 * @param lock   LOCK
 * @param repeat F2 or F3, of which many are part of the opcode; 0 for none
 * @param narrow operand size 66
 * @param gs     segment GS
 * @param rex    the REX prefix, 0 for none
 */
record Prefixes(boolean lock, int repeat, boolean narrow, boolean gs, int rex) {
    private static final int LOCK = 0xf0;
    private static final int REPEAT_NOT_EQUAL = 0xf2;
    private static final int REPEAT = 0xf3;
    private static final int OPERAND_SIZE = 0x66;
    private static final int GS = 0x65;
    private static final int REX = 0x40;
    private static final int REX_BITS = 0x0f;
    private static final int WIDE = 8;
    private static final int REGISTER = 4;
    private static final int INDEX = 2;
    private static final int BASE = 1;
    private static final int EXTENSION = 8;

    static Prefixes read(CodeReader code) {
        boolean lock = false;
        boolean narrow = false;
        boolean gs = false;
        int repeat = 0;
        while (true) {
            switch (code.peek()) {
                case LOCK -> lock = true;
                case REPEAT_NOT_EQUAL, REPEAT -> repeat = code.peek();
                case OPERAND_SIZE -> narrow = true;
                case GS -> gs = true;
                default -> {
                    int rex = (code.peek() & ~REX_BITS) == REX ? code.next() : 0;
                    return new Prefixes(lock, repeat, narrow, gs, rex);
                }
            }
            code.next();
        }
    }

    boolean isWide() {
        return (rex & WIDE) != 0;
    }

    /** Number of the register in ModRM.reg. */
    int register(int low) {
        return low + ((rex & REGISTER) == 0 ? 0 : EXTENSION);
    }

    int index(int low) {
        return low + ((rex & INDEX) == 0 ? 0 : EXTENSION);
    }

    /** Number of the register in ModRM.rm, SIB.base or the opcode. */
    int base(int low) {
        return low + ((rex & BASE) == 0 ? 0 : EXTENSION);
    }

    /** Whether an instruction with these prefixes can be of the form. */
    boolean fit(Form form, Width width) {
        boolean isLock = form.prefix() == LOCK;
        boolean isNarrow = form.prefix() == OPERAND_SIZE || width == Width.WORD;
        int wanted = isLock || form.prefix() == OPERAND_SIZE ? 0 : form.prefix();
        return isLock == lock && wanted == repeat && (isNarrow == narrow || width == Width.BYTE && !narrow);
    }

    /** Width of the operands: of a byte variant one byte, otherwise what the prefixes say. */
    Width width(Form form, boolean byteVariant) {
        if (byteVariant) {
            return Width.BYTE;
        }
        return isWide() ? Width.QUAD : narrow && form.prefix() != OPERAND_SIZE ? Width.WORD : Width.DOUBLE;
    }
}
