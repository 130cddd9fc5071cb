/** Instructions in NASM's syntax and as we encode them; NASM assembles all of them at once and tells where the bytes differ. */
package org.peaberry.compiler.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

final class NasmComparison {
    private static final int SHOWN = 20;

    private static final CodeNames RELATIVE = new CodeNames() {
        @Override
        public Relocation relocation(int offset) {
            return null;
        }

        @Override
        public String label(int offset) {
            return "$+" + offset;
        }
    };

    private final List<String> sources = new ArrayList<>();
    private final List<String> encodings = new ArrayList<>();

    void add(String source, Consumer<Assembler> emission) {
        Assembler assembler = new Assembler();
        emission.accept(assembler);
        byte[] code = assembler.finish();
        for (Relocation relocation : assembler.relocations()) {
            assertEquals(Relocation.Kind.PC32, relocation.kind());
            long value = NasmSyntax.SYMBOL_ADDRESS + relocation.addend() - relocation.offset();
            for (int i = 0; i < Integer.BYTES; i++) {
                code[relocation.offset() + i] = (byte) (value >> Byte.SIZE * i);
            }
        }
        add(source, code);
    }

    void add(String source, byte[] code) {
        sources.add(source);
        encodings.add(HexFormat.of().formatHex(code));
    }

    /** Without NASM's optimizer, which would choose shorter forms than the ones under test. */
    void compare(Path folder) throws IOException, InterruptedException {
        List<String> expected = assemble(folder);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (!expected.get(i).equals(encodings.get(i))) {
                differences.add(sources.get(i) + ": NASM " + expected.get(i) + ", ours " + encodings.get(i));
            }
        }
        assertEquals(List.of(), differences.subList(0, Math.min(SHOWN, differences.size())), differences.size() + " differ");
    }

    /** What the disassembler makes of our encodings, against the sources without what only tells NASM which encoding to take. */
    void compareDisassembly() {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            byte[] code = HexFormat.of().parseHex(encodings.get(i));
            DecodedInstruction decoded = new Disassembler(code, RELATIVE).at(0);
            String expected = plain(sources.get(i));
            if (decoded.length() != code.length || !decoded.text().equals(expected)) {
                differences.add(expected + " (" + encodings.get(i) + ") is shown as " + decoded);
            }
        }
        assertEquals(List.of(), differences.subList(0, Math.min(SHOWN, differences.size())), differences.size() + " differ");
    }

    private static String plain(String source) {
        return source.replaceAll("strict (byte|word|dword|qword) ", "").replaceAll("byte (?=-?\\d)", "").replace("nosplit ", "").replace("near ", "").replace("+0]", "]");
    }

    private List<String> assemble(Path folder) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of("bits 64"));
        lines.addAll(sources);
        Path source = Files.write(folder.resolve("forms.asm"), lines);
        Path listing = folder.resolve("forms.lst");
        Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-O0", "-o", folder.resolve("forms.bin").toString(), "-l", listing.toString(),
                source.toString()).redirectErrorStream(true).start();
        String output = new String(nasm.getInputStream().readAllBytes());
        assertEquals(0, nasm.waitFor(), () -> withSources(output, lines));
        return bytesOfLines(Files.readAllLines(listing));
    }

    private static String withSources(String output, List<String> lines) {
        StringBuilder result = new StringBuilder();
        output.lines().limit(SHOWN).forEach(message -> {
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
            current.append(columns[2].replaceAll("[-\\[\\]()]", "").toLowerCase(Locale.ROOT));
            if (!columns[2].endsWith("-")) {
                result.add(current.toString());
                current.setLength(0);
            }
        }
        return result;
    }
}
