/** Every form of the encoder's table against NASM, over many operands. */
package org.peaberry.compiler.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NasmTest {
    private static final int[] CONTROL_REGISTERS = {0, 2, 3, 4, 8};
    private static final Operand[] MEMORY = {
        MemoryOperand.of(Register.RAX, 0), MemoryOperand.of(Register.RSP, 0), MemoryOperand.of(Register.RBP, 0),
        MemoryOperand.of(Register.R12, 8), MemoryOperand.of(Register.R13, 0), MemoryOperand.of(Register.RDI, -128),
        MemoryOperand.of(Register.RSI, 0x12345), MemoryOperand.of(Register.RSP, 0x1000), MemoryOperand.of(Register.R9, 127),
        MemoryOperand.indexed(Register.RBX, Register.RCX, 0, 0), MemoryOperand.indexed(Register.R13, Register.R12, 3, 0),
        MemoryOperand.indexed(Register.RBP, Register.RAX, 2, 16), MemoryOperand.indexed(Register.R8, Register.R15, 1, -4096),
        MemoryOperand.indexed(null, Register.RDX, 3, 64), MemoryOperand.gs(0x28),
    };

    private final List<String> sources = new ArrayList<>();
    private final List<String> encodings = new ArrayList<>();
    private final Set<Form> covered = EnumSet.noneOf(Form.class);

    @Test
    void everyFormIsEncodedAsNasmDoes(@TempDir Path folder) throws Exception {
        for (Form form : Form.values()) {
            for (Width width : form.widths()) {
                addForm(form, width);
            }
        }
        addConditions();
        assertEquals(EnumSet.allOf(Form.class), covered, "forms without a test");
        compare(folder);
    }

    private void addForm(Form form, Width width) {
        switch (form.encoding()) {
            case ZO -> add(form.mnemonic(), form, a -> a.zo(form));
            case RM, MR -> addRegisterForms(form, width);
            case M -> addOperands(form, width, operand -> add(unary(form, width, operand), form, a -> a.m(form, width, operand)));
            case MI8 -> addImmediates(form, width, new int[] {1, 7}, true);
            case MI -> addImmediates(form, width, new int[] {0x7b, 0x1234, -2}, false);
            case RMI8 -> addThreeOperands(form, width, -5);
            case RMI -> addThreeOperands(form, width, 0x12345);
            case O -> addOpcodeRegisters(form, width);
            case SYSTEM -> addSystemRegisters(form);
        }
    }

    private void addRegisterForms(Form form, Width width) {
        boolean memoryOnly = form == Form.LEA || form == Form.XCHG_MR || form.mnemonic().startsWith("lock");
        Width source = form.sourceWidth(width);
        for (Register register : Register.values()) {
            for (Operand operand : MEMORY) {
                if (form == Form.LEA && ((MemoryOperand) operand).gs()) {
                    continue;
                }
                addPair(form, width, source, register, operand);
            }
            if (!memoryOnly) {
                addPair(form, width, source, register, Register.values()[register.ordinal() * 7 + 3 & 15]);
            }
        }
    }

    private void addPair(Form form, Width width, Width source, Register register, Operand operand) {
        String mnemonic = form.mnemonic();
        String other = text(operand, source);
        String text = form.encoding() == Encoding.RM ? mnemonic + " " + register.name(width) + ", " + other
                : mnemonic + " " + other + ", " + register.name(width);
        if (operand instanceof Register second && form.encoding() == Encoding.RM && hasTwin(form)) {
            return;
        }
        add(text, form, a -> a.rm(form, width, register, operand));
    }

    /** Register-to-register has two encodings; NASM takes the MR one. */
    private static boolean hasTwin(Form form) {
        return form.name().endsWith("_RM") && form != Form.IMUL_RM;
    }

    private interface OperandAction {
        void accept(Operand operand);
    }

    private void addOperands(Form form, Width width, OperandAction action) {
        boolean memoryOnly = EnumSet.of(Form.INVLPG, Form.LGDT, Form.LIDT, Form.FXSAVE64, Form.FXRSTOR64, Form.XSAVE64, Form.XRSTOR64)
                .contains(form);
        boolean opcodeTwin = form == Form.PUSH_M || form == Form.POP_M;
        for (Operand operand : MEMORY) {
            action.accept(operand);
        }
        if (!memoryOnly && !opcodeTwin) {
            for (Register register : Register.values()) {
                action.accept(register);
            }
        }
    }

    private static String unary(Form form, Width width, Operand operand) {
        String count = form.name().endsWith("_CL") ? ", cl" : "";
        return form.mnemonic() + " " + switch (form) {
            case JMP_M, CALL_M, PUSH_M, POP_M -> text(operand, Width.QUAD);
            case LTR -> text(operand, Width.WORD).replace("word ", "");
            case INVLPG, LGDT, LIDT, FXSAVE64, FXRSTOR64, XSAVE64, XRSTOR64 -> text(operand, Width.QUAD).replace("qword ", "");
            default -> text(operand, width);
        } + count;
    }

    private void addImmediates(Form form, Width width, int[] values, boolean isByte) {
        for (int value : values) {
            if (!isByte && width == Width.BYTE && value != (byte) value) {
                continue;
            }
            for (Operand operand : MEMORY) {
                addImmediate(form, width, operand, value, isByte);
            }
            for (Register register : Register.values()) {
                if (!isByte && register == Register.RAX && form != Form.MOV_I) {
                    continue;
                }
                addImmediate(form, width, register, value, isByte);
            }
        }
    }

    private void addImmediate(Form form, Width width, Operand operand, int value, boolean isByte) {
        String strict = isByte ? "byte " : width == Width.BYTE || width == Width.QUAD && !(operand instanceof Register && form == Form.MOV_I) ? "" : width == Width.WORD ? "strict word " : "strict dword ";
        if (form == Form.MOV_I && operand instanceof Register && width != Width.QUAD) {
            return;
        }
        boolean shift = Set.of("shl", "shr", "sar", "rol", "ror", "bt", "bts", "btr", "btc").contains(form.mnemonic());
        if (shift && value == 1 && !form.mnemonic().startsWith("b")) {
            return;
        }
        String text = form.mnemonic() + " " + text(operand, width) + ", " + (shift ? "" : strict) + value;
        add(text, form, a -> {
            if (isByte) {
                a.mi8(form, width, operand, value);
            } else {
                a.mi(form, width, operand, value);
            }
        });
    }

    private void addThreeOperands(Form form, Width width, int value) {
        for (Register register : Register.values()) {
            Operand operand = MEMORY[register.ordinal() % MEMORY.length];
            String text = form.mnemonic() + " " + register.name(width) + ", " + text(operand, width) + ", " + (form.encoding() == Encoding.RMI8 ? "byte " : "") + value;
            add(text, form, a -> {
                if (form.encoding() == Encoding.RMI8) {
                    a.rmi8(form, width, register, operand, value);
                } else {
                    a.rmi(form, width, register, operand, value);
                }
            });
        }
    }

    private void addOpcodeRegisters(Form form, Width width) {
        Width shown = form == Form.BSWAP ? width : Width.QUAD;
        for (Register register : Register.values()) {
            add(form.mnemonic() + " " + register.name(shown), form, a -> a.o(form, width, register));
        }
    }

    private void addSystemRegisters(Form form) {
        boolean control = form.name().endsWith("CR");
        for (int number : control ? CONTROL_REGISTERS : new int[] {0, 1, 2, 3, 6, 7}) {
            for (Register register : Register.values()) {
                String system = (control ? "cr" : "dr") + number;
                String general = register.name(Width.QUAD);
                String text = "mov " + (form.name().startsWith("MOV_FROM") ? general + ", " + system : system + ", " + general);
                add(text, form, a -> a.system(form, number, register));
            }
        }
    }

    private void addConditions() {
        for (ConditionCode condition : ConditionCode.values()) {
            Register register = Register.values()[condition.ordinal()];
            add("set" + condition.suffix() + " " + register.name(Width.BYTE), null, a -> a.set(condition, register));
            add("cmov" + condition.suffix() + " " + register.name(Width.QUAD) + ", " + Register.R11.name(Width.QUAD), null,
                    a -> a.conditionalMove(condition, Width.QUAD, register, Register.R11));
        }
        for (long value : new long[] {0, 1, -1, Integer.MIN_VALUE, 0x8000_0000L, 0xffff_ffffL, 0x1_0000_0000L, Long.MIN_VALUE}) {
            boolean sign = value < 0 && value == (int) value;
            boolean wide = value >>> 32 != 0 && !sign;
            String name = Register.R10.name(sign || wide ? Width.QUAD : Width.DOUBLE);
            String text = "mov " + name + ", " + (sign ? "strict dword " : wide ? "strict qword " : "") + value;
            add(text, null, a -> a.moveImmediate(Register.R10, value));
        }
    }

    private interface Emission {
        void emit(Assembler assembler);
    }

    private void add(String source, Form form, Emission emission) {
        Assembler assembler = new Assembler();
        emission.emit(assembler);
        sources.add(source);
        encodings.add(HexFormat.of().formatHex(assembler.finish()));
        if (form != null) {
            covered.add(form);
        }
    }

    private static String text(Operand operand, Width width) {
        if (operand instanceof Register register) {
            return register.name(width);
        }
        MemoryOperand memory = (MemoryOperand) operand;
        String size = switch (width) {
            case BYTE -> "byte ";
            case WORD -> "word ";
            case DOUBLE -> "dword ";
            case QUAD -> "qword ";
        };
        if (memory.gs()) {
            return size + "[gs:abs " + memory.displacement() + "]";
        }
        StringBuilder text = new StringBuilder(size).append('[');
        if (memory.base() != null) {
            text.append(memory.base().name(Width.QUAD));
        }
        if (memory.index() != null) {
            text.append(memory.base() == null ? "nosplit " : "+").append(memory.index().name(Width.QUAD)).append('*')
                    .append(1 << memory.scaleShift());
        }
        return text.append(memory.displacement() < 0 ? "" : "+").append(memory.displacement()).append(']').toString();
    }

    private void compare(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("forms.asm");
        Path listing = folder.resolve("forms.lst");
        List<String> lines = new ArrayList<>(List.of("bits 64"));
        lines.addAll(sources);
        Files.write(source, lines);
        Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-O0", "-o", folder.resolve("forms.bin").toString(), "-l", listing.toString(),
                source.toString()).redirectErrorStream(true).start();
        String output = new String(nasm.getInputStream().readAllBytes());
        assertEquals(0, nasm.waitFor(), () -> withSources(output, lines));
        List<String> expected = bytesOfLines(Files.readAllLines(listing));
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (!expected.get(i).equals(encodings.get(i))) {
                differences.add(sources.get(i) + ": NASM " + expected.get(i) + ", ours " + encodings.get(i));
            }
        }
        assertEquals(List.of(), differences.subList(0, Math.min(20, differences.size())), differences.size() + " differ");
    }

    private static String withSources(String output, List<String> lines) {
        StringBuilder result = new StringBuilder();
        output.lines().limit(20).forEach(message -> {
            int line = Integer.parseInt(message.split(":")[1]);
            result.append(lines.get(line - 1)).append("  ; ").append(message).append('\n');
        });
        return result.toString();
    }

    /** Listing lines: number, offset, bytes (continued with '-'), source. */
    private static List<String> bytesOfLines(List<String> listing) {
        List<String> result = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : listing) {
            String[] columns = line.trim().split("\\s+", 4);
            if (columns.length < 3 || !columns[1].matches("[0-9A-F]{8}")) {
                continue;
            }
            boolean continued = columns[2].endsWith("-");
            current.append(columns[2].replace("-", "").toLowerCase(Locale.ROOT));
            if (!continued) {
                result.add(current.toString());
                current.setLength(0);
            }
        }
        return result;
    }
}
