/** Shortened jumps against NASM's optimizer, and what must move along. */
package org.peaberry.compiler.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JumpShortenerTest {
    private static final int LABELS = 600;

    @Test
    void jumpsAreAsShortAsNasmMakesThem(@TempDir Path folder) throws Exception {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            StringBuilder source = new StringBuilder("bits 64\n");
            Assembler assembler = new Assembler();
            emitProgram(random, source, assembler);
            byte[] code = assembler.finishShort().bytes();
            assertArrayEquals(assemble(folder, source.toString()), code, "seed " + seed);
        }
    }

    /** Labels with random distances, and jumps to the ones around. */
    private static void emitProgram(Random random, StringBuilder source, Assembler assembler) {
        Label[] labels = new Label[LABELS];
        for (int i = 0; i < LABELS; i++) {
            labels[i] = new Label();
        }
        for (int i = 0; i < LABELS; i++) {
            assembler.bind(labels[i]);
            source.append("l").append(i).append(":\n");
            int target = Math.max(0, Math.min(LABELS - 1, i + random.nextInt(21) - 10));
            ConditionCode condition = ConditionCode.values()[random.nextInt(16)];
            if (random.nextBoolean()) {
                assembler.jump(labels[target]);
                source.append("jmp l").append(target).append('\n');
            } else {
                assembler.jump(condition, labels[target]);
                source.append("j").append(condition.suffix()).append(" l").append(target).append('\n');
            }
            int filler = random.nextInt(40);
            for (int j = 0; j < filler; j++) {
                assembler.zo(Form.RET);
            }
            source.append("times ").append(filler).append(" ret\n");
        }
    }

    private static byte[] assemble(Path folder, String source) throws Exception {
        Path file = Files.writeString(folder.resolve("jumps.asm"), source);
        Path code = folder.resolve("jumps.bin");
        assertEquals(0, new ProcessBuilder("nasm", "-f", "bin", "-Ox", "-o", code.toString(), file.toString()).inheritIO().start().waitFor());
        return Files.readAllBytes(code);
    }

    @Test
    void positionsRelocationsAndLabelsMoveWithTheCode() {
        Assembler assembler = new Assembler();
        Label end = new Label();
        assembler.jump(ConditionCode.E, end);
        assembler.call("callee");
        int afterCall = assembler.position();
        assembler.loadAddress(Register.RAX, end);
        assembler.bind(end);
        ShortCode code = assembler.finishShort();
        assertEquals("740ce800000000488d0500000000", HexFormat.of().formatHex(code.bytes()));
        assertEquals(7, code.newOffset(afterCall));
        assertEquals(3, assembler.relocations().get(0).offset());
        assertEquals(14, end.offset());
    }

    @Test
    void alignedLabelsStayAligned() {
        Assembler assembler = new Assembler();
        Label loop = new Label();
        Label end = new Label();
        for (int i = 0; i < 20; i++) {
            Label next = new Label();
            assembler.jump(next);
            assembler.bind(next);
        }
        assembler.align(16);
        assembler.bind(loop);
        assembler.jump(ConditionCode.NE, loop);
        assembler.align(32);
        assembler.bind(end);
        assembler.zo(Form.RET);
        byte[] code = assembler.finishShort().bytes();
        assertEquals(48, loop.offset());
        assertEquals(64, end.offset());
        assertEquals(65, code.length);
        assertTrue(code[48] == 0x75 && code[49] == -2);
    }

    /** Whether or not padding is needed: a call returns to the padding, not behind it. */
    @Test
    void theEndOfACallBeforePaddingStaysBeforeIt() {
        for (int bytes = 1; bytes <= 16; bytes++) {
            Assembler assembler = new Assembler();
            Label loop = new Label();
            Label next = new Label();
            assembler.jump(next);
            assembler.bind(next);
            for (int i = 0; i < bytes; i++) {
                assembler.zo(Form.RET);
            }
            int position = assembler.position();
            assembler.alignBehindCode(16);
            assembler.bind(loop);
            assembler.zo(Form.RET);
            assertEquals(2 + bytes, assembler.finishShort().newOffset(position));
            assertEquals(bytes <= 14 ? 16 : 32, loop.offset());
        }
    }
}
