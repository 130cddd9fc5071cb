/** Selects instructions for IR texts and compares the machine code with the text written below the line in the same file. */
package org.peaberry.compiler.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peaberry.compiler.emit.CodeGenerator;
import org.peaberry.compiler.emit.CodeOptions;
import org.peaberry.compiler.encode.CodeNames;
import org.peaberry.compiler.encode.DecodedInstruction;
import org.peaberry.compiler.encode.Disassembler;
import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.frontend.JavaSource;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphParser;
import org.peaberry.compiler.ir.GraphVerifier;
import org.peaberry.compiler.world.HostWorld;

/** With -Dpeaberry.bless=true what comes out is written as what is expected. */
class GoldenCodeTest {
    private static final Path FOLDER = Path.of("src/test/resources/machine-code");
    private static final String LINE = "; ----\n";
    private static final HostWorld WORLD = JavaSource.compile("Subject", "public class Subject { }").world();

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.sorted().collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void selectionGivesTheCodeBelowTheLine(Path file) throws IOException {
        String text = Files.readString(file);
        String input = text.contains(LINE) ? text.substring(0, text.indexOf(LINE)) : text;
        Graph graph = GraphParser.parse(input, WORLD);
        GraphVerifier.verify(graph, "parsing " + file);
        String result = input + LINE + disassembled(CodeGenerator.compile(graph, WORLD, null, new CodeOptions(true, false, false)).code());
        if (Boolean.getBoolean("peaberry.bless")) {
            Files.writeString(file, result);
            return;
        }
        assertEquals(text, result, () -> file + ": mvn test -Dpeaberry.bless=true writes what came out");
    }

    private static String disassembled(byte[] code) {
        Disassembler disassembler = new Disassembler(code, new Names());
        TreeSet<Integer> targets = new TreeSet<>();
        for (int at = 0; at < code.length; at += disassembler.at(at).length()) {
            targets.add(disassembler.at(at).target());
        }
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < code.length; at += disassembler.at(at).length()) {
            DecodedInstruction instruction = disassembler.at(at);
            lines.append(targets.contains(at) ? "at" + at + ":\n" : "").append("  ").append(instruction.text()).append('\n');
        }
        return lines.toString();
    }

    /** The texts refer to nothing that a linker fills in. */
    private static final class Names implements CodeNames {
        @Override
        public Relocation relocation(int offset) {
            return null;
        }

        @Override
        public String label(int offset) {
            return "at" + offset;
        }
    }
}
