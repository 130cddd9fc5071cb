/** Lengths against a table, and against NASM for random instructions in every mode. */
package org.peaberry.arch.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.virtualization.CodeSize;

class InstructionDecoderTest {
    private static final int SAMPLES = 3000;
    private static final int NOT_DECODED = 0;

    private final DecodedInstruction instruction = new DecodedInstruction();

    @Test
    void instructionsThatExitHaveTheirLengths() {
        for (CodeSize size : CodeSize.values()) {
            assertLength(2, size, "0FA2");
            assertLength(1, size, "F4");
            assertLength(2, size, "0F30");
            assertLength(2, size, "0F32");
            assertLength(3, size, "0F01D9");
            assertLength(3, size, "0F01D1");
            assertLength(2, size, "E460");
            assertLength(1, size, "EC");
            assertLength(2, size, "F36C");
            assertLength(3, size, "66E580");
            assertLength(2, size, "F390");
            assertLength(2, size, "0F09");
            assertLength(3, size, "0F20C0");
            assertLength(3, size, "0F22D8");
            assertLength(4, size, "66660FA2");
        }
    }

    @Test
    void aControlRegisterMoveHasNoDisplacementWhateverItsModeSays() {
        assertLength(3, CodeSize.BITS_64, "0F2005");
        assertLength(3, CodeSize.BITS_32, "0F2244");
    }

    @Test
    void aRexPrefixCountsOnlyDirectlyBeforeTheOpcode() {
        assertLength(10, CodeSize.BITS_64, "48B81122334455667788");
        assertLength(5, CodeSize.BITS_64, "4866B81122");
        assertEquals(Short.BYTES, instruction.operandBytes());
        assertLength(1, CodeSize.BITS_32, "48F4");
    }

    @Test
    void modRmOfSixteenBitsHasItsOwnDisplacements() {
        assertLength(4, CodeSize.BITS_16, "8B063412");
        assertLength(2, CodeSize.BITS_16, "8B07");
        assertLength(3, CodeSize.BITS_16, "8B4612");
        assertLength(5, CodeSize.BITS_32, "678B863412");
        assertLength(7, CodeSize.BITS_16, "678B8678563412");
    }

    @Test
    void twoByteVectorPrefixesAreLoadsOfSegmentsWithMemoryOutsideOf64BitMode() {
        assertLength(4, CodeSize.BITS_64, "C5F858C1");
        assertLength(2, CodeSize.BITS_32, "C500");
        assertLength(4, CodeSize.BITS_32, "C5F858C1");
    }

    @Test
    void tooLongOrCutInstructionsAreRefused() {
        assertLength(NOT_DECODED, CodeSize.BITS_64, "66".repeat(14) + "0FA2");
        assertLength(15, CodeSize.BITS_64, "66".repeat(13) + "0FA2");
        assertLength(NOT_DECODED, CodeSize.BITS_64, "0F");
        assertLength(NOT_DECODED, CodeSize.BITS_64, "48B811");
        assertLength(NOT_DECODED, CodeSize.BITS_64, "");
        assertLength(NOT_DECODED, CodeSize.BITS_64, "0F04");
    }

    @Test
    void everyRandomInstructionHasTheLengthThatNasmGaveItIn64BitMode() throws Exception {
        compareWithNasm(64, CodeSize.BITS_64);
    }

    @Test
    void everyRandomInstructionHasTheLengthThatNasmGaveItIn32BitMode() throws Exception {
        compareWithNasm(32, CodeSize.BITS_32);
    }

    @Test
    void everyRandomInstructionHasTheLengthThatNasmGaveItIn16BitMode() throws Exception {
        compareWithNasm(16, CodeSize.BITS_16);
    }

    @Property(tries = 2000)
    void anyBytesAreDecodedOrRefusedWithinFifteenBytes(@ForAll @Size(15) byte[] bytes) {
        for (CodeSize size : CodeSize.values()) {
            int length = decode(size, bytes);
            assertTrue(length >= 0 && length <= DecodedInstruction.MAXIMUM_LENGTH);
        }
    }

    private void compareWithNasm(int bits, CodeSize size) throws Exception {
        InstructionSamples samples = new InstructionSamples(bits, bits);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            lines.add(samples.next());
        }
        List<byte[]> assembled = NasmLength.assemble(bits, lines);
        for (int i = 0; i < SAMPLES; i++) {
            byte[] code = assembled.get(i);
            String what = lines.get(i) + " = " + HexFormat.of().formatHex(code);
            assertEquals(code.length, decode(size, Arrays.copyOf(code, code.length + 4)), what);
            assertEquals(NOT_DECODED, decode(size, Arrays.copyOf(code, code.length - 1)), "cut: " + what);
        }
    }

    private void assertLength(int expected, CodeSize size, String hex) {
        assertEquals(expected, decode(size, HexFormat.of().parseHex(hex)), size + " " + hex);
    }

    private int decode(CodeSize size, byte[] code) {
        int count = Math.min(code.length, DecodedInstruction.MAXIMUM_LENGTH);
        for (int i = 0; i < count; i++) {
            instruction.setByte(i, code[i]);
        }
        instruction.available(count);
        return InstructionDecoder.decode(instruction, size) ? instruction.length() : NOT_DECODED;
    }
}
