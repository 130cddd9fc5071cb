/** Turns the bytes of one instruction into NASM's text: {@link Assembler} backwards. */
package org.peaberry.compiler.encode;

/** It knows the instructions that the assembler makes; of anything else it shows the byte. */
public final class Disassembler {
    private static final int CALL = 0xe8;
    private static final int JMP = 0xe9;
    private static final int SHORT_JMP = 0xeb;
    private static final int PUSH_IMMEDIATE = 0x68;
    private static final int PUSH_IMMEDIATE_8 = 0x6a;
    private static final int MOV_IMMEDIATE = 0xb8;
    private static final int SHORT_JCC = 0x70;
    private static final int TWO_BYTE = 0x0f;
    private static final int JCC = 0x80;
    private static final int SETCC = 0x90;
    private static final int CMOVCC = 0x40;
    private static final int CONDITIONS = 0xf0;
    private static final int OPCODE_REGISTERS = 0xf8;
    private static final int LOW = 7;
    /** Second bytes of opcodes of three. */
    private static final int ESCAPE_38 = 0x38;
    private static final int ESCAPE_3A = 0x3a;
    private static final String[] SEGMENTS = {"es", "cs", "ss", "ds", "fs", "gs"};

    private final byte[] bytes;
    private final CodeNames names;
    private CodeReader code;
    private Prefixes prefixes;
    private int target;

    public Disassembler(byte[] bytes, CodeNames names) {
        this.bytes = bytes;
        this.names = names;
    }

    /** The instruction that starts at an offset. */
    public DecodedInstruction at(int offset) {
        code = new CodeReader(bytes, offset);
        target = DecodedInstruction.NO_TARGET;
        String text;
        try {
            text = read();
        } catch (IndexOutOfBoundsException e) {
            text = null;
        }
        if (text == null) {
            return new DecodedInstruction(1, String.format("db 0x%02x", bytes[offset] & 0xff), DecodedInstruction.NO_TARGET);
        }
        return new DecodedInstruction(code.position() - offset, text, target);
    }

    /** Null for what is not known. */
    private String read() {
        for (Form form : FormLookup.WHOLE) {
            if (code.take(form.opcode())) {
                return form.mnemonic();
            }
        }
        if (Nop.take(code)) {
            return "nop";
        }
        prefixes = Prefixes.read(code);
        int opcode = code.next();
        return opcode == TWO_BYTE ? twoByte(code.next()) : oneByte(opcode);
    }

    private String oneByte(int opcode) {
        if ((opcode & CONDITIONS) == SHORT_JCC) {
            return "j" + condition(opcode) + " short " + relative(Byte.BYTES);
        }
        if ((opcode & OPCODE_REGISTERS) == MOV_IMMEDIATE) {
            return moveImmediate(prefixes.base(opcode & LOW));
        }
        return switch (opcode) {
            case CALL -> "call " + relative(Integer.BYTES);
            case JMP -> "jmp " + relative(Integer.BYTES);
            case SHORT_JMP -> "jmp short " + relative(Byte.BYTES);
            case PUSH_IMMEDIATE -> "push " + code.signed(Integer.BYTES);
            case PUSH_IMMEDIATE_8 -> "push " + code.signed(Byte.BYTES);
            default -> ofForm(opcode, opcode & LOW);
        };
    }

    private String twoByte(int second) {
        switch (second & CONDITIONS) {
            case JCC -> {
                return "j" + condition(second) + " " + relative(Integer.BYTES);
            }
            case SETCC -> {
                return "set" + condition(second) + " " + conditionOperand(Width.BYTE);
            }
            case CMOVCC -> {
                Width width = prefixes.isWide() ? Width.QUAD : prefixes.narrow() ? Width.WORD : Width.DOUBLE;
                return "cmov" + condition(second) + " " + conditionalMove(width);
            }
            default -> {
                int opcode = TWO_BYTE << Byte.SIZE | second;
                boolean isLonger = second == ESCAPE_38 || second == ESCAPE_3A;
                return isLonger ? ofForm((long) opcode << Byte.SIZE | code.next(), 0) : ofForm(opcode, second & LOW);
            }
        }
    }

    private String conditionOperand(Width width) {
        ModRmReader operand = new ModRmReader(code, prefixes);
        return operand.isRegister() ? OperandText.register(false, prefixes.base(operand.rm()), width) : "byte " + memory(operand, 0);
    }

    private String conditionalMove(Width width) {
        ModRmReader operand = new ModRmReader(code, prefixes);
        return OperandText.register(false, prefixes.register(operand.field()), width) + ", "
                + rm(Form.MOV_RM, operand, width, false, 0);
    }

    private static String condition(int opcode) {
        return ConditionCode.values()[opcode & ~CONDITIONS].suffix();
    }

    private String moveImmediate(int register) {
        int at = code.position();
        if (!prefixes.isWide()) {
            return "mov " + OperandText.register(false, register, Width.DOUBLE) + ", " + Integer.toUnsignedLong((int) code.signed(Integer.BYTES));
        }
        Relocation relocation = names.relocation(at);
        long value = code.signed(Long.BYTES);
        return "mov " + OperandText.register(false, register, Width.QUAD) + ", " + (relocation == null ? Long.toString(value) : relocation.symbol());
    }

    /** A symbol or a place in the code, relative to the end of the instruction. */
    private String relative(int size) {
        int at = code.position();
        long displacement = code.signed(size);
        return placeOf(at, code.position() + displacement, 0);
    }

    /** @param immediates bytes between a relocated displacement and the end of the instruction */
    private String placeOf(int displacementAt, long place, int immediates) {
        Relocation relocation = names.relocation(displacementAt);
        if (relocation == null) {
            target = (int) place;
            return names.label(target);
        }
        long addend = relocation.addend() + Integer.BYTES + immediates;
        return relocation.symbol() + (addend == 0 ? "" : (addend > 0 ? "+" : "") + addend);
    }

    // ---- Forms of the table.

    private String ofForm(long opcode, int opcodeRegister) {
        int afterOpcode = code.position();
        for (FormLookup.Candidate candidate : FormLookup.of(opcode)) {
            Form form = candidate.form();
            Width width = prefixes.width(form, candidate.isByte());
            if (form.widths().contains(width) && prefixes.fit(form, width)) {
                String text = form.encoding() == Encoding.O
                        ? form.mnemonic() + " " + OperandText.register(false, prefixes.base(opcodeRegister), OperandText.width(form, width)) : withModRm(form, width);
                if (text != null) {
                    return text;
                }
                code = new CodeReader(bytes, afterOpcode);
            }
        }
        return null;
    }

    /** Null when the form needs another extension of the opcode, or memory. */
    private String withModRm(Form form, Width width) {
        ModRmReader operand = new ModRmReader(code, prefixes);
        boolean isExtended = form.extension() >= 0;
        boolean needsMemory = form == Form.LEA || form.mnemonic().startsWith("lock ");
        if (isExtended && form.extension() != operand.field() || needsMemory && operand.isRegister()) {
            return null;
        }
        Width shown = OperandText.width(form, width);
        return switch (form.encoding()) {
            case RM, MR, XMM_RM, XMM_MR, XMM_GENERAL, GENERAL_XMM, GENERAL_FROM_XMM -> pair(form, operand, shown);
            case M -> form.mnemonic() + " " + rm(form, operand, shown, false, 0) + countOf(form);
            case MI8 -> immediate(form, operand, shown, Byte.BYTES);
            case MI -> immediate(form, operand, shown, Math.min(width.bytes(), Integer.BYTES));
            case RMI8 -> three(form, operand, shown, Byte.BYTES);
            case RMI -> three(form, operand, shown, Integer.BYTES);
            case SYSTEM -> system(form, operand);
            default -> null;
        };
    }

    private String pair(Form form, ModRmReader operand, Width width) {
        Encoding encoding = form.encoding();
        boolean vectorRegister = encoding == Encoding.XMM_RM || encoding == Encoding.XMM_MR || encoding == Encoding.XMM_GENERAL || encoding == Encoding.GENERAL_FROM_XMM;
        boolean vectorOperand = encoding == Encoding.XMM_RM || encoding == Encoding.XMM_MR || encoding == Encoding.GENERAL_XMM;
        String register = OperandText.register(vectorRegister, prefixes.register(operand.field()), width);
        String other = rm(form, operand, form.sourceWidth(width), vectorOperand, 0);
        boolean isExchange = form == Form.XCHG_MR && operand.isRegister();
        boolean isStore = !isExchange && (encoding == Encoding.MR || encoding == Encoding.XMM_MR || encoding == Encoding.GENERAL_FROM_XMM);
        String mnemonic = form.mnemonic().equals("movd") && width == Width.QUAD ? "movq" : form.mnemonic();
        return mnemonic + " " + (isStore ? other + ", " + register : register + ", " + other);
    }

    private static String countOf(Form form) {
        return form.name().endsWith("_CL") ? ", cl" : form.name().endsWith("_1") ? ", 1" : "";
    }

    private String immediate(Form form, ModRmReader operand, Width width, int bytes) {
        String text = form.mnemonic() + " " + rm(form, operand, width, false, bytes);
        return text + ", " + constant(bytes);
    }

    private String three(Form form, ModRmReader operand, Width width, int bytes) {
        String text = form.mnemonic() + " " + OperandText.register(false, prefixes.register(operand.field()), width) + ", " + rm(form, operand, width, false, bytes);
        return text + ", " + constant(bytes);
    }

    /** A number, or the symbol that is put there. */
    private String constant(int bytes) {
        Relocation relocation = names.relocation(code.position());
        long value = code.signed(bytes);
        return relocation == null ? Long.toString(value) : relocation.symbol() + (relocation.addend() == 0 ? "" : "+" + relocation.addend());
    }

    private String system(Form form, ModRmReader operand) {
        boolean isSegment = form == Form.MOV_FROM_SEGMENT || form == Form.MOV_TO_SEGMENT;
        boolean isControl = form == Form.MOV_FROM_CR || form == Form.MOV_TO_CR;
        int number = prefixes.register(operand.field());
        String name = isSegment ? SEGMENTS[number] : (isControl ? "cr" : "dr") + number;
        String general = OperandText.register(false, prefixes.base(operand.rm()), isSegment ? Width.DOUBLE : Width.QUAD);
        return "mov " + (form.name().startsWith("MOV_FROM") ? general + ", " + name : name + ", " + general);
    }

    /** A register, or memory with its size. */
    private String rm(Form form, ModRmReader operand, Width width, boolean isVector, int immediates) {
        if (operand.isRegister()) {
            return OperandText.register(isVector, prefixes.base(operand.rm()), width);
        }
        return OperandText.size(form, width) + memory(operand, immediates);
    }

    private String memory(ModRmReader operand, int immediates) {
        if (!operand.isRelative()) {
            return OperandText.memory(operand.memory());
        }
        return "[rel " + placeOf(operand.relativeAt(), (long) code.position() + immediates + operand.memory().displacement(), immediates) + "]";
    }
}
