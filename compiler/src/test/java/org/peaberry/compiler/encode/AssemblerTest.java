/** The encodings that are not rows of the table, against NASM. */
package org.peaberry.compiler.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblerTest {
    private static final long[] CONSTANTS = {0, 1, -1, 127, -128, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x8000_0000L, 0xffff_ffffL, 0x1_0000_0000L,
        -0x8000_0001L, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final String[] PADDING = {"nop", "o16 nop", "nop dword [rax]", "nop dword [byte rax+0]", "nop dword [byte rax+rax*1+0]",
        "nop word [byte rax+rax*1+0]", "nop dword [dword rax+0]", "nop dword [dword rax+rax*1+0]", "nop word [dword rax+rax*1+0]"};

    @TempDir
    private Path folder;
    private final NasmComparison nasm = new NasmComparison();

    @Test
    void conditionsAreEncodedAsNasmDoes() throws Exception {
        for (ConditionCode condition : ConditionCode.values()) {
            for (Register register : Register.general()) {
                nasm.add("set" + condition.suffix() + " " + register.name(Width.BYTE), a -> a.set(condition, register));
                addMove(condition, Width.QUAD, register, Register.R11);
                addMove(condition, Width.DOUBLE, register, MemoryOperand.of(Register.R12, 4));
            }
        }
        nasm.compare(folder);
        nasm.compareDisassembly();
    }

    private void addMove(ConditionCode condition, Width width, Register register, Operand operand) {
        nasm.add("cmov" + condition.suffix() + " " + register.name(width) + ", " + NasmSyntax.operand(operand, width),
                a -> a.conditionalMove(condition, width, register, operand));
    }

    @Test
    void constantsTakeTheShortestMove() throws Exception {
        for (Register register : Register.general()) {
            for (long value : CONSTANTS) {
                boolean signed = value < 0 && value == (int) value;
                boolean wide = value >>> Integer.SIZE != 0;
                String text = "mov " + register.name(wide ? Width.QUAD : Width.DOUBLE) + ", "
                        + (signed ? "strict dword " : wide ? "strict qword " : "") + value;
                nasm.add(text, a -> a.moveImmediate(register, value));
            }
        }
        nasm.compare(folder);
        nasm.compareDisassembly();
    }

    @Test
    void pushedConstantsAreShortWhereTheyFit() throws Exception {
        for (int value : new int[] {0, 127, -128}) {
            nasm.add("push strict byte " + value, a -> a.pushImmediate(value));
        }
        for (int value : new int[] {128, -129, Integer.MIN_VALUE}) {
            nasm.add("push strict dword " + value, a -> a.pushImmediate(value));
        }
        nasm.compare(folder);
        nasm.compareDisassembly();
    }

    @Test
    void callsAndJumpsToSymbolsAreRelative() throws Exception {
        nasm.add("call $+" + NasmSyntax.SYMBOL_ADDRESS, a -> a.call("symbol"));
        nasm.add("jmp near $+" + NasmSyntax.SYMBOL_ADDRESS, a -> a.jump("symbol"));
        nasm.compare(folder);
        nasm.compareDisassembly();
    }

    @Test
    void addressesOfLabelsAreRelative() throws Exception {
        nasm.add("lea r9, [rel $+7]", a -> {
            Label next = new Label();
            a.loadAddress(Register.R9, next);
            a.bind(next);
        });
        nasm.compare(folder);
    }

    @Test
    void paddingIsOneNoOperationUpToNineBytes() throws Exception {
        for (int length = 1; length <= PADDING.length; length++) {
            nasm.add(PADDING[length - 1], padding(length));
        }
        nasm.compare(folder);
    }

    private static byte[] padding(int length) {
        Assembler assembler = new Assembler();
        int before = 16 - length;
        for (int i = 0; i < before; i++) {
            assembler.zo(Form.RET);
        }
        assembler.align(16);
        return Arrays.copyOfRange(assembler.finish(), before, 16);
    }

    @Test
    void differencesOfLabelsFillJumpTables() {
        Assembler assembler = new Assembler();
        Label base = new Label();
        Label target = new Label();
        assembler.bind(base);
        assembler.difference(target, base);
        assembler.difference(base, target);
        assembler.bind(target);
        assertEquals("08000000f8ffffff", HexFormat.of().formatHex(assembler.finish()));
    }

    @Test
    void jumpToALabelThatIsNeverBoundIsRefused() {
        Assembler assembler = new Assembler();
        assembler.jump(new Label());
        assertThrows(IllegalStateException.class, assembler::finish);
    }
}
