/** Encodes instructions into a buffer, resolves labels and records relocations. */
package org.peaberry.compiler.encode;

import java.util.ArrayList;
import java.util.List;

/** One method for each operand encoding; which instructions there are is the business of {@link Form}. */
public final class Assembler {
    private static final int REX = 0x40;
    private static final int REX_W = 8;
    private static final int REX_R = 4;
    private static final int REX_X = 2;
    private static final int REX_B = 1;
    private static final int OPERAND_SIZE = 0x66;
    private static final int LOCK = 0xf0;
    private static final int GS = 0x65;
    private static final int CALL = 0xe8;
    private static final int JMP = 0xe9;
    private static final int TWO_BYTE = 0x0f;
    private static final int JCC = 0x80;
    private static final int SETCC = 0x90;
    private static final int CMOVCC = 0x40;
    private static final int MOV_IMMEDIATE = 0xb8;
    private static final int PUSH_IMMEDIATE = 0x68;
    private static final int NO_EXTENSION = -1;

    private final CodeBuffer code = new CodeBuffer();
    private final ModRm modRm = new ModRm(this, code);
    private final List<Relocation> relocations = new ArrayList<>();
    private final List<Patch> patches = new ArrayList<>();

    private record Patch(int offset, Label target, int base) {
    }

    /** Bytes emitted so far. */
    public int position() {
        return code.size();
    }

    public void bind(Label label) {
        label.bind(code.size());
    }

    /** The code, with all labels resolved. */
    public byte[] finish() {
        for (Patch patch : patches) {
            code.patch(patch.offset, patch.target.offset() - patch.base);
        }
        patches.clear();
        return code.toArray();
    }

    /** What the linker has to fill in; offsets from the start of the code. */
    public List<Relocation> relocations() {
        return relocations;
    }

    void relocate(Relocation.Kind kind, String symbol, long addend) {
        relocations.add(new Relocation(code.size(), kind, symbol, addend));
    }

    // ---- One method per encoding.

    public void zo(Form form) {
        require(form, Encoding.ZO);
        for (int b : form.opcode()) {
            code.put(b);
        }
    }

    /** RM and MR: a register and a register or memory, whichever is the destination. */
    public void rm(Form form, Width width, Register register, Operand operand) {
        if (form.encoding() != Encoding.RM && form.encoding() != Encoding.MR) {
            throw new IllegalArgumentException(form + " has no register and r/m operand");
        }
        boolean byteRegister = width == Width.BYTE && register.needsRexAsByte();
        encode(form, width, register.ordinal(), operand, byteRegister, 0);
    }

    public void m(Form form, Width width, Operand operand) {
        require(form, Encoding.M);
        encode(form, width, form.extension(), operand, false, 0);
    }

    /** MI8: an immediate of -128..127 (shift counts: 0..63). */
    public void mi8(Form form, Width width, Operand operand, int immediate) {
        require(form, Encoding.MI8);
        encode(form, width, form.extension(), operand, false, 1);
        code.put(immediate);
    }

    /** MI: an immediate as wide as the operand, at most 32 bits. */
    public void mi(Form form, Width width, Operand operand, int immediate) {
        require(form, Encoding.MI);
        int bytes = Math.min(width.bytes(), Integer.BYTES);
        encode(form, width, form.extension(), operand, false, bytes);
        code.put(immediate, bytes);
    }

    public void rmi8(Form form, Width width, Register register, Operand operand, int immediate) {
        require(form, Encoding.RMI8);
        encode(form, width, register.ordinal(), operand, false, 1);
        code.put(immediate);
    }

    public void rmi(Form form, Width width, Register register, Operand operand, int immediate) {
        require(form, Encoding.RMI);
        encode(form, width, register.ordinal(), operand, false, Integer.BYTES);
        code.put(immediate, Integer.BYTES);
    }

    public void o(Form form, Width width, Register register) {
        require(form, Encoding.O);
        rex(width == Width.QUAD, 0, 0, register.ordinal(), false);
        int[] opcode = form.opcode();
        for (int i = 0; i < opcode.length - 1; i++) {
            code.put(opcode[i]);
        }
        code.put(opcode[opcode.length - 1] + register.low());
    }

    /** mov to or from a control or debug register. */
    public void system(Form form, int systemRegister, Register register) {
        require(form, Encoding.SYSTEM);
        encode(form, Width.DOUBLE, systemRegister, register, false, 0);
    }

    // ---- Forms of their own.

    /** mov reg, imm by the shortest encoding; never changes the flags. */
    public void moveImmediate(Register register, long value) {
        if (value == (int) value && value < 0) {
            mi(Form.MOV_I, Width.QUAD, register, (int) value);
            return;
        }
        boolean wide = value >>> Integer.SIZE != 0;
        rex(wide, 0, 0, register.ordinal(), false);
        code.put(MOV_IMMEDIATE + register.low());
        code.put(value, wide ? Long.BYTES : Integer.BYTES);
    }

    /** push imm32, sign-extended. */
    public void pushImmediate(int value) {
        code.put(PUSH_IMMEDIATE);
        code.put(value, Integer.BYTES);
    }

    public void set(ConditionCode condition, Register register) {
        rex(false, 0, 0, register.ordinal(), register.needsRexAsByte());
        code.put(TWO_BYTE);
        code.put(SETCC + condition.ordinal());
        modRm.emit(0, register, 0);
    }

    public void conditionalMove(ConditionCode condition, Width width, Register register, Operand operand) {
        legacyPrefixes(width, operand);
        rex(width, register.ordinal(), operand, false);
        code.put(TWO_BYTE);
        code.put(CMOVCC + condition.ordinal());
        modRm.emit(register.ordinal(), operand, 0);
    }

    public void jump(Label target) {
        code.put(JMP);
        displacementTo(target);
    }

    public void jump(ConditionCode condition, Label target) {
        code.put(TWO_BYTE);
        code.put(JCC + condition.ordinal());
        displacementTo(target);
    }

    /** jmp to a symbol. */
    public void jump(String symbol) {
        code.put(JMP);
        displacementTo(symbol);
    }

    public void call(String symbol) {
        code.put(CALL);
        displacementTo(symbol);
    }

    /** lea reg, [rip + label]. */
    public void loadAddress(Register register, Label target) {
        rex(true, register.ordinal(), 0, 0, false);
        code.put(Form.LEA.opcode()[0]);
        modRm.ripRelative(register.ordinal());
        displacementTo(target);
    }

    /** Four bytes: where a label is, less where another one is. For jump tables. */
    public void difference(Label target, Label base) {
        patches.add(new Patch(code.size(), target, base.offset()));
        code.put(0, Integer.BYTES);
    }

    /** Fills with the processor's recommended no-operations up to a power of two. */
    public void align(int alignment) {
        int gap = -code.size() & alignment - 1;
        while (gap > 0) {
            int length = Math.min(gap, Nop.LONGEST);
            for (int b : Nop.ofLength(length)) {
                code.put(b);
            }
            gap -= length;
        }
    }

    private void displacementTo(Label target) {
        int at = code.size();
        patches.add(new Patch(at, target, at + Integer.BYTES));
        code.put(0, Integer.BYTES);
    }

    private void displacementTo(String symbol) {
        relocate(Relocation.Kind.PC32, symbol, -Integer.BYTES);
        code.put(0, Integer.BYTES);
    }

    // ---- Prefixes, opcode, ModRM.

    private void encode(Form form, Width width, int registerField, Operand operand, boolean byteRegister, int immediateBytes) {
        if (!form.widths().contains(width)) {
            throw new IllegalArgumentException(form + " has no form of width " + width);
        }
        boolean byteOperand = form.sourceWidth(width) == Width.BYTE && operand instanceof Register r && r.needsRexAsByte();
        if (form.prefix() == LOCK) {
            code.put(LOCK);
        }
        legacyPrefixes(width, operand);
        if (form.prefix() != 0 && form.prefix() != LOCK) {
            code.put(form.prefix());
        }
        rex(width, registerField == NO_EXTENSION ? 0 : registerField, operand, byteRegister || byteOperand);
        int[] opcode = form.opcode();
        for (int i = 0; i < opcode.length - 1; i++) {
            code.put(opcode[i]);
        }
        int last = opcode[opcode.length - 1];
        code.put(width == Width.BYTE && form.hasByteVariant() ? last - 1 : last);
        modRm.emit(registerField == NO_EXTENSION ? 0 : registerField, operand, immediateBytes);
    }

    private void legacyPrefixes(Width width, Operand operand) {
        if (operand instanceof MemoryOperand memory && memory.gs()) {
            code.put(GS);
        }
        if (width == Width.WORD) {
            code.put(OPERAND_SIZE);
        }
    }

    private void rex(Width width, int registerField, Operand operand, boolean force) {
        if (operand instanceof MemoryOperand memory) {
            rex(width == Width.QUAD, registerField, number(memory.index()), number(memory.base()), force);
        } else {
            rex(width == Width.QUAD, registerField, 0, ((Register) operand).ordinal(), force);
        }
    }

    private static int number(Register register) {
        return register == null ? 0 : register.ordinal();
    }

    private void rex(boolean wide, int register, int index, int base, boolean force) {
        int bits = (wide ? REX_W : 0) | (register >= 8 ? REX_R : 0) | (index >= 8 ? REX_X : 0) | (base >= 8 ? REX_B : 0);
        if (bits != 0 || force) {
            code.put(REX | bits);
        }
    }

    private static void require(Form form, Encoding encoding) {
        if (form.encoding() != encoding) {
            throw new IllegalArgumentException(form + " is encoded as " + form.encoding() + ", not " + encoding);
        }
    }
}
