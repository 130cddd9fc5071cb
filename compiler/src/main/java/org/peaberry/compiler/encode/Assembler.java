/** Encodes instructions into a buffer, resolves labels and records relocations. */
package org.peaberry.compiler.encode;

import java.util.ArrayList;
import java.util.List;

/** One method for each operand encoding; which instructions there are is the business of {@link Form}. */
public final class Assembler {
    private static final int CALL = 0xe8;
    private static final int JMP = 0xe9;
    private static final int TWO_BYTE = 0x0f;
    private static final int JCC = 0x80;
    private static final int SETCC = 0x90;
    private static final int CMOVCC = 0x40;
    private static final int MOV_IMMEDIATE = 0xb8;
    private static final int PUSH_IMMEDIATE = 0x68;
    private static final int PUSH_IMMEDIATE_8 = 0x6a;

    private final List<Relocation> relocations = new ArrayList<>();
    private final CodePatcher patcher = new CodePatcher();
    private final CodeBuffer code = new CodeBuffer();
    private final ModRm modRm = new ModRm(this, code);
    private final InstructionEncoder instruction = new InstructionEncoder(code, modRm);

    /** Tells of each instruction with a memory operand from now on. */
    public void tell(AccessListener listener) {
        instruction.tell(listener);
    }

    /** Bytes emitted so far. */
    public int position() {
        return code.size();
    }

    public void bind(Label label) {
        label.bind(code.size());
        patcher.addLabel(label);
    }

    /** The code, with all labels resolved. Nothing can be added afterwards. */
    public byte[] finish() {
        patcher.patch(code);
        return code.toArray();
    }

    /**
     * As {@link #finish()}, with jumps as short as can be. That moves code: labels and relocations move with it, but a {@link #position()}
     * noted before must be translated by {@link ShortCode#newOffset}.
     */
    public ShortCode finishShort() {
        JumpShortener shortener = patcher.shortener();
        relocations.replaceAll(relocation -> relocation.movedBy(shortener.newOffset(relocation.offset()) - relocation.offset()));
        byte[] bytes = patcher.shorten(code, shortener).toArray();
        return new ShortCode(bytes, shortener::newOffset, patcher.differences());
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
        instruction.opcode(form, 0);
    }

    /** RM, MR and their kinds for vector registers: a register and a register or memory, whichever is the destination. */
    public void rm(Form form, Width width, Register register, Operand operand) {
        if (!form.encoding().isPair()) {
            throw new IllegalArgumentException(form + " has no register and r/m operand");
        }
        boolean byteRegister = width == Width.BYTE && register.needsRexAsByte();
        instruction.encode(form, width, register.number(), operand, byteRegister, 0);
    }

    public void m(Form form, Width width, Operand operand) {
        require(form, Encoding.M);
        instruction.encode(form, width, form.extension(), operand, false, 0);
    }

    /** MI8: an immediate of -128..127 (shift counts: 0..63). */
    public void mi8(Form form, Width width, Operand operand, int immediate) {
        require(form, Encoding.MI8);
        instruction.encode(form, width, form.extension(), operand, false, Byte.BYTES);
        putImmediate(immediate, Byte.BYTES);
    }

    /** MI: an immediate as wide as the operand, at most 32 bits; signed. */
    public void mi(Form form, Width width, Operand operand, int immediate) {
        require(form, Encoding.MI);
        int bytes = Math.min(width.bytes(), Integer.BYTES);
        instruction.encode(form, width, form.extension(), operand, false, bytes);
        putImmediate(immediate, bytes);
    }

    public void rmi8(Form form, Width width, Register register, Operand operand, int immediate) {
        require(form, Encoding.RMI8);
        instruction.encode(form, width, register.number(), operand, false, Byte.BYTES);
        putImmediate(immediate, Byte.BYTES);
    }

    public void rmi(Form form, Width width, Register register, Operand operand, int immediate) {
        require(form, Encoding.RMI);
        instruction.encode(form, width, register.number(), operand, false, Integer.BYTES);
        code.put(immediate, Integer.BYTES);
    }

    public void o(Form form, Width width, Register register) {
        require(form, Encoding.O);
        instruction.rex(width == Width.QUAD, 0, 0, register.number(), false);
        instruction.opcode(form, register.low());
    }

    /** mov to or from a control, debug or segment register. */
    public void system(Form form, int systemRegister, Register register) {
        require(form, Encoding.SYSTEM);
        instruction.encode(form, Width.DOUBLE, systemRegister, register, false, 0);
    }

    // ---- Forms of their own.

    /** mov reg, imm by the shortest encoding; never changes the flags. */
    public void moveImmediate(Register register, long value) {
        if (value == (int) value && value < 0) {
            mi(Form.MOV_I, Width.QUAD, register, (int) value);
            return;
        }
        boolean wide = value >>> Integer.SIZE != 0;
        instruction.rex(wide, 0, 0, register.number(), false);
        code.put(MOV_IMMEDIATE + register.low());
        code.put(value, wide ? Long.BYTES : Integer.BYTES);
    }

    /** mov reg, the 64-bit address of a symbol, wherever that is. */
    public void moveSymbol(Register register, String symbol) {
        instruction.rex(true, 0, 0, register.number(), false);
        code.put(MOV_IMMEDIATE + register.low());
        relocate(Relocation.Kind.ABSOLUTE64, symbol, 0);
        code.put(0, Long.BYTES);
    }

    /** push imm8 or imm32, sign-extended. */
    public void pushImmediate(int value) {
        boolean small = value == (byte) value;
        code.put(small ? PUSH_IMMEDIATE_8 : PUSH_IMMEDIATE);
        code.put(value, small ? Byte.BYTES : Integer.BYTES);
    }

    public void set(ConditionCode condition, Register register) {
        instruction.rex(false, 0, 0, register.number(), register.needsRexAsByte());
        code.put(TWO_BYTE);
        code.put(SETCC + condition.ordinal());
        modRm.emit(0, register, 0);
    }

    public void conditionalMove(ConditionCode condition, Width width, Register register, Operand operand) {
        instruction.legacyPrefixes(width, operand);
        instruction.rex(width, register.number(), operand, false);
        code.put(TWO_BYTE);
        code.put(CMOVCC + condition.ordinal());
        modRm.emit(register.number(), operand, 0);
    }

    public void jump(Label target) {
        int start = code.size();
        code.put(JMP);
        code.put(0, Integer.BYTES);
        patcher.addSite(FlexibleSite.jump(start, code.size() - start, target));
    }

    public void jump(ConditionCode condition, Label target) {
        int start = code.size();
        code.put(TWO_BYTE);
        code.put(JCC + condition.ordinal());
        code.put(0, Integer.BYTES);
        patcher.addSite(FlexibleSite.jump(start, code.size() - start, target));
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
        instruction.rex(true, register.number(), 0, 0, false);
        code.put(Form.LEA.opcode()[0]);
        modRm.ripRelative(register.number());
        patcher.addDisplacement(code.size(), target);
        code.put(0, Integer.BYTES);
    }

    /** Four bytes: where a label is, less where another one is. For jump tables. */
    public void difference(Label target, Label base) {
        patcher.addDifference(code.size(), target, base);
        code.put(0, Integer.BYTES);
    }

    /** Fills with the processor's recommended no-operations up to a power of two. */
    public void align(int alignment) {
        int start = code.size();
        int gap = -start & alignment - 1;
        Nop.put(code, gap);
        patcher.addSite(FlexibleSite.padding(start, gap, alignment));
    }

    /** As {@link #align}; a position before the padding is never one behind it, as the end of a call there must not be. */
    public void alignBehindCode(int alignment) {
        int start = code.size();
        int gap = alignment - (start & alignment - 1);
        Nop.put(code, gap);
        patcher.addSite(FlexibleSite.padding(start, gap, alignment));
    }

    private void displacementTo(String symbol) {
        relocate(Relocation.Kind.PC32, symbol, -Integer.BYTES);
        code.put(0, Integer.BYTES);
    }

    private void putImmediate(int value, int bytes) {
        int unused = Integer.SIZE - Byte.SIZE * bytes;
        if (value << unused >> unused != value) {
            throw new IllegalArgumentException(value + " is no signed number of " + bytes + " bytes");
        }
        code.put(value, bytes);
    }

    private static void require(Form form, Encoding encoding) {
        if (form.encoding() != encoding) {
            throw new IllegalArgumentException(form + " is encoded as " + form.encoding() + ", not " + encoding);
        }
    }
}
