/** Prefixes, opcode, ModRM: what all encodings have in common. Intel SDM vol. 2, §2.1 and §2.2.1. */
package org.peaberry.compiler.encode;

final class InstructionEncoder {
    private static final int REX = 0x40;
    private static final int REX_W = 8;
    private static final int REX_R = 4;
    private static final int REX_X = 2;
    private static final int REX_B = 1;
    private static final int OPERAND_SIZE = 0x66;
    private static final int LOCK = 0xf0;
    private static final int GS = 0x65;
    private static final int NO_EXTENSION = -1;

    private final CodeBuffer code;
    private final ModRm modRm;
    private AccessListener listener = (operand, start) -> { };

    InstructionEncoder(CodeBuffer code, ModRm modRm) {
        this.code = code;
        this.modRm = modRm;
    }

    /**
     * @param registerField  register number or opcode extension in ModRM.reg
     * @param byteRegister   whether that is a byte register that needs a REX prefix
     * @param immediateBytes bytes of immediate that the caller emits next
     */
    void encode(Form form, Width width, int registerField, Operand operand, boolean byteRegister, int immediateBytes) {
        if (!form.widths().contains(width)) {
            throw new IllegalArgumentException(form + " has no form of width " + width);
        }
        if (form.prefix() == LOCK && operand instanceof Register) {
            throw new IllegalArgumentException(form + " needs a memory operand");
        }
        int start = code.size();
        int field = registerField == NO_EXTENSION ? 0 : registerField;
        boolean byteOperand = form.sourceWidth(width) == Width.BYTE && operand instanceof Register r && r.needsRexAsByte();
        if (form.prefix() == LOCK) {
            code.put(LOCK);
        }
        legacyPrefixes(width, operand);
        if (form.prefix() != 0 && form.prefix() != LOCK) {
            code.put(form.prefix());
        }
        rex(width, field, operand, byteRegister || byteOperand);
        opcode(form, form.hasByteVariant() && width == Width.BYTE ? -1 : 0);
        modRm.emit(field, operand, immediateBytes);
        if (operand instanceof MemoryOperand memory) {
            listener.accesses(memory, start);
        }
    }

    /** Who is told of instructions with memory operands. */
    void tell(AccessListener newListener) {
        listener = newListener;
    }

    /** The opcode, with something added to its last byte. */
    void opcode(Form form, int toLastByte) {
        int[] opcode = form.opcode();
        for (int i = 0; i < opcode.length - 1; i++) {
            code.put(opcode[i]);
        }
        code.put(opcode[opcode.length - 1] + toLastByte);
    }

    void legacyPrefixes(Width width, Operand operand) {
        if (operand instanceof MemoryOperand memory && memory.gs()) {
            code.put(GS);
        }
        if (width == Width.WORD) {
            code.put(OPERAND_SIZE);
        }
    }

    /** @param force even when no bit of it is needed, as for SIL */
    void rex(Width width, int registerField, Operand operand, boolean force) {
        if (operand instanceof MemoryOperand memory) {
            rex(width == Width.QUAD, registerField, number(memory.index()), number(memory.base()), force);
        } else {
            rex(width == Width.QUAD, registerField, 0, ((Register) operand).number(), force);
        }
    }

    /** A REX prefix if one of its bits is needed: W when wide, R, X and B for register numbers above 7. */
    void rex(boolean wide, int register, int index, int base, boolean force) {
        int bits = (wide ? REX_W : 0) | (register >= 8 ? REX_R : 0) | (index >= 8 ? REX_X : 0) | (base >= 8 ? REX_B : 0);
        if (bits != 0 || force) {
            code.put(REX | bits);
        }
    }

    private static int number(Register register) {
        return register == null ? 0 : register.number();
    }
}
