/** Every form of the encoder's table against NASM, over many operands. */
package org.peaberry.compiler.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTest {
    /** Each addressing mode, and the bases that are exceptions: RSP and R12 need SIB, RBP and R13 a displacement. */
    private static final List<MemoryOperand> MEMORY = List.of(
            MemoryOperand.of(Register.RAX, 0), MemoryOperand.of(Register.RSP, 0), MemoryOperand.of(Register.RBP, 0),
            MemoryOperand.of(Register.R12, 8), MemoryOperand.of(Register.R13, 0), MemoryOperand.of(Register.RDI, -128),
            MemoryOperand.of(Register.RSI, 0x12345), MemoryOperand.of(Register.RSP, 0x1000), MemoryOperand.of(Register.R9, 127),
            MemoryOperand.of(Register.R12, 0), MemoryOperand.of(Register.R10, 128), MemoryOperand.of(Register.RBP, -129),
            MemoryOperand.indexed(Register.RBX, Register.RCX, 0, 0), MemoryOperand.indexed(Register.R13, Register.R12, 3, 0),
            MemoryOperand.indexed(Register.RBP, Register.RAX, 2, 16), MemoryOperand.indexed(Register.R8, Register.R15, 1, -4096),
            MemoryOperand.indexed(Register.RSP, Register.RBP, 3, 0), MemoryOperand.indexed(null, Register.RDX, 3, 64),
            MemoryOperand.gs(0x28), MemoryOperand.gs(Register.R11, 0x40), MemoryOperand.symbol("symbol", 0), MemoryOperand.symbol("symbol", 24));
    private static final Set<Form> MEMORY_ONLY = EnumSet.of(Form.LEA, Form.INVLPG, Form.LGDT, Form.LIDT, Form.SGDT, Form.SIDT, Form.FXSAVE64,
            Form.FXRSTOR64, Form.XSAVE64, Form.XRSTOR64, Form.VMXON, Form.VMCLEAR, Form.VMPTRLD, Form.INVEPT, Form.INVVPID);
    /** Their operands have 64 bits without a prefix. */
    private static final Set<Form> ALWAYS_WIDE = EnumSet.of(Form.VMREAD, Form.VMWRITE, Form.INVEPT, Form.INVVPID);
    private static final int[] CONTROL_REGISTERS = {0, 2, 3, 4, 8};
    private static final int[] DEBUG_REGISTERS = {0, 1, 2, 3, 6, 7};
    private static final List<String> SEGMENT_REGISTERS = List.of("es", "cs", "ss", "ds", "fs", "gs");

    private final NasmComparison nasm = new NasmComparison();
    private final Set<Form> covered = EnumSet.noneOf(Form.class);

    @Test
    void everyFormIsEncodedAsNasmDoes(@TempDir Path folder) throws Exception {
        for (Form form : Form.values()) {
            form.widths().forEach(width -> addForm(form, width));
        }
        assertEquals(EnumSet.allOf(Form.class), covered, "forms without a test");
        nasm.compare(folder);
        nasm.compareDisassembly();
    }

    @Test
    void operandsThatAFormDoesNotHaveAreRefused() {
        Assembler assembler = new Assembler();
        refused(() -> assembler.zo(Form.NEG));
        refused(() -> assembler.rm(Form.LEA, Width.BYTE, Register.RAX, MEMORY.get(0)));
        refused(() -> assembler.rm(Form.LOCK_XADD, Width.QUAD, Register.RAX, Register.RBX));
        refused(() -> assembler.mi8(Form.ADD_I8, Width.QUAD, Register.RAX, 128));
        refused(() -> assembler.mi(Form.ADD_I, Width.WORD, Register.RAX, 0x12345));
        refused(() -> MemoryOperand.indexed(Register.RAX, Register.RSP, 0, 0));
    }

    private static void refused(Runnable emission) {
        assertThrows(IllegalArgumentException.class, emission::run);
    }

    private void addForm(Form form, Width width) {
        switch (form.encoding()) {
            case ZO -> add(form, form.mnemonic(), a -> a.zo(form));
            case RM, MR -> addPairs(form, width);
            case XMM_RM, XMM_MR -> addVectorPairs(form, width, Register.vector(), Register.vector());
            case XMM_GENERAL, GENERAL_FROM_XMM -> addVectorPairs(form, width, Register.vector(), Register.general());
            case GENERAL_XMM -> addVectorPairs(form, width, Register.general(), Register.vector());
            case M -> addUnary(form, width);
            case MI8 -> addImmediates(form, width, 2, 7);
            case MI -> addImmediates(form, width, 0x7b, 0x1234, -2);
            case RMI8 -> addThreeOperands(form, width, "byte ", -5);
            case RMI -> addThreeOperands(form, width, "", 0x12345);
            case O -> addOpcodeRegisters(form, width);
            case SYSTEM -> addSystemRegisters(form);
        }
    }

    private void addPairs(Form form, Width width) {
        for (Register register : Register.general()) {
            for (MemoryOperand memory : MEMORY) {
                if (form != Form.LEA || !memory.gs()) {
                    addPair(form, width, register, memory);
                }
            }
            Register other = Register.general().get(register.ordinal() * 7 + 3 & 15);
            boolean nasmTakesAnother = form.name().endsWith("_RM") && form != Form.IMUL_RM
                    || form == Form.XCHG_MR && (register == Register.RAX || other == Register.RAX);
            if (!isMemoryOnly(form) && !nasmTakesAnother) {
                addPair(form, width, register, other);
            }
        }
    }

    private void addVectorPairs(Form form, Width width, List<Register> registers, List<Register> others) {
        for (int i = 0; i < registers.size(); i++) {
            Register register = registers.get(i);
            // For 64 bits of memory NASM takes another form.
            if (!form.mnemonic().equals("movd") || width == Width.DOUBLE) {
                MEMORY.forEach(memory -> addVectorPair(form, width, register, NasmSyntax.memory(memory), memory));
            }
            Register other = others.get(i * 7 + 3 & 15);
            if (form.encoding() != Encoding.XMM_MR) {
                addVectorPair(form, width, register, other.name(width), other);
            }
        }
    }

    private void addVectorPair(Form form, Width width, Register register, String operand, Operand second) {
        boolean isStore = form.encoding() == Encoding.XMM_MR || form.encoding() == Encoding.GENERAL_FROM_XMM;
        boolean isSized = form.encoding() == Encoding.XMM_GENERAL && second instanceof MemoryOperand;
        String shown = isSized ? (width == Width.QUAD ? "qword " : "dword ") + operand : operand;
        String mnemonic = form.mnemonic().equals("movd") && width == Width.QUAD ? "movq" : form.mnemonic();
        String first = register.name(width);
        add(form, mnemonic + " " + (isStore ? shown + ", " + first : first + ", " + shown), a -> a.rm(form, width, register, second));
    }

    private static boolean isMemoryOnly(Form form) {
        return MEMORY_ONLY.contains(form) || form.mnemonic().startsWith("lock ");
    }

    private void addPair(Form form, Width width, Register register, Operand operand) {
        Width shown = ALWAYS_WIDE.contains(form) ? Width.QUAD : width;
        String first = register.name(shown);
        String second = MEMORY_ONLY.contains(form) ? NasmSyntax.memory((MemoryOperand) operand) : NasmSyntax.operand(operand, form.sourceWidth(shown));
        boolean nasmSwaps = form == Form.XCHG_MR && operand instanceof Register;
        String operands = form.encoding() == Encoding.RM || nasmSwaps ? first + ", " + second : second + ", " + first;
        add(form, form.mnemonic() + " " + operands, a -> a.rm(form, width, register, operand));
    }

    private void addUnary(Form form, Width width) {
        MEMORY.forEach(memory -> addUnary(form, width, memory));
        boolean nasmTakesOpcodeRegister = form == Form.PUSH_M || form == Form.POP_M;
        if (!isMemoryOnly(form) && !nasmTakesOpcodeRegister) {
            for (Register register : Register.general()) {
                addUnary(form, width, register);
            }
        }
    }

    private void addUnary(Form form, Width width, Operand operand) {
        String count = form.name().endsWith("_CL") ? ", cl" : form.name().endsWith("_1") ? ", 1" : "";
        Width shown = switch (form) {
            case JMP_M, CALL_M, PUSH_M, POP_M -> Width.QUAD;
            case LTR, LLDT -> Width.WORD;
            default -> width;
        };
        boolean sizeless = MEMORY_ONLY.contains(form) || form == Form.LTR || form == Form.LLDT || form == Form.STR;
        if (form == Form.STR && operand instanceof MemoryOperand) {
            return;
        }
        String text = sizeless && operand instanceof MemoryOperand memory ? NasmSyntax.memory(memory) : NasmSyntax.operand(operand, shown);
        add(form, form.mnemonic() + " " + text + count, a -> a.m(form, width, operand));
    }

    private void addImmediates(Form form, Width width, int... values) {
        for (int value : values) {
            if (width == Width.BYTE && value != (byte) value) {
                continue;
            }
            MEMORY.forEach(memory -> addImmediate(form, width, memory, value));
            for (Register register : Register.general()) {
                boolean nasmTakesAnother = form.encoding() == Encoding.MI && (register == Register.RAX || form == Form.MOV_I && width != Width.QUAD);
                if (!nasmTakesAnother || form == Form.MOV_I && width == Width.QUAD) {
                    addImmediate(form, width, register, value);
                }
            }
        }
    }

    private void addImmediate(Form form, Width width, Operand operand, int value) {
        String text = form.mnemonic() + " " + NasmSyntax.operand(operand, width) + ", " + immediateSize(form, width, operand) + value;
        if (form.encoding() == Encoding.MI8) {
            add(form, text, a -> a.mi8(form, width, operand, value));
        } else {
            add(form, text, a -> a.mi(form, width, operand, value));
        }
    }

    /** What makes NASM take the form under test. */
    private static String immediateSize(Form form, Width width, Operand operand) {
        boolean count = Set.of("shl", "shr", "sar", "rol", "ror", "bt", "bts", "btr", "btc").contains(form.mnemonic());
        if (form.encoding() == Encoding.MI8) {
            return count ? "" : "byte ";
        }
        return switch (width) {
            case BYTE -> "";
            case WORD -> "strict word ";
            case DOUBLE -> "strict dword ";
            case QUAD -> form == Form.MOV_I && operand instanceof Register ? "strict dword " : "";
        };
    }

    private void addThreeOperands(Form form, Width width, String size, int value) {
        for (Register register : Register.general()) {
            for (MemoryOperand memory : MEMORY) {
                addThreeOperands(form, width, register, memory, size, value);
            }
            addThreeOperands(form, width, register, Register.general().get(register.ordinal() * 5 + 9 & 15), size, value);
        }
    }

    private void addThreeOperands(Form form, Width width, Register register, Operand operand, String size, int value) {
        String text = form.mnemonic() + " " + register.name(width) + ", " + NasmSyntax.operand(operand, width) + ", " + size + value;
        if (form.encoding() == Encoding.RMI8) {
            add(form, text, a -> a.rmi8(form, width, register, operand, value));
        } else {
            add(form, text, a -> a.rmi(form, width, register, operand, value));
        }
    }

    private void addOpcodeRegisters(Form form, Width width) {
        Width shown = form == Form.BSWAP ? width : Width.QUAD;
        for (Register register : Register.general()) {
            add(form, form.mnemonic() + " " + register.name(shown), a -> a.o(form, width, register));
        }
    }

    private void addSystemRegisters(Form form) {
        switch (form) {
            case MOV_FROM_CR, MOV_TO_CR -> addSystemRegisters(form, "cr", CONTROL_REGISTERS);
            case MOV_FROM_DR, MOV_TO_DR -> addSystemRegisters(form, "dr", DEBUG_REGISTERS);
            default -> {
                for (String segment : SEGMENT_REGISTERS) {
                    boolean codeSegment = segment.equals("cs");
                    if (!codeSegment || form == Form.MOV_FROM_SEGMENT) {
                        addSystemRegister(form, segment, SEGMENT_REGISTERS.indexOf(segment), Width.DOUBLE);
                    }
                }
            }
        }
    }

    private void addSystemRegisters(Form form, String prefix, int[] numbers) {
        for (int number : numbers) {
            addSystemRegister(form, prefix + number, number, Width.QUAD);
        }
    }

    private void addSystemRegister(Form form, String name, int number, Width width) {
        for (Register register : Register.general()) {
            String general = register.name(width);
            boolean from = form.name().startsWith("MOV_FROM");
            add(form, "mov " + (from ? general + ", " + name : name + ", " + general), a -> a.system(form, number, register));
        }
    }

    private void add(Form form, String source, Consumer<Assembler> emission) {
        nasm.add(source, emission);
        covered.add(form);
    }
}
