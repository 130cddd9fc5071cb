/** Runs each pass on IR texts and compares with the text written below the line in the same file. */
package org.peaberry.compiler.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphParser;
import org.peaberry.compiler.ir.GraphPrinter;
import org.peaberry.compiler.ir.GraphVerifier;

/** The folder's name tells the pass. With -Dpeaberry.bless=true what comes out is written as what is expected. */
class GoldenIrTest {
    private static final Path FOLDER = Path.of("src/test/resources/ir");
    private static final String LINE = "; ----";

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(f -> f.toString().endsWith(".ir")).sorted().collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void passGivesTheIrBelowTheLine(Path file) throws IOException {
        String text = Files.readString(file);
        String comment = text.lines().takeWhile(l -> l.startsWith(";")).collect(Collectors.joining("\n"));
        Graph graph = GraphParser.parse(text.contains(LINE) ? text.substring(0, text.indexOf(LINE)) : text, GoldenPasses.WORLD);
        GraphVerifier.verify(graph, "parsing " + file);
        String before = GraphPrinter.print(graph);
        GoldenPasses.of(file.getParent().getFileName().toString()).run(graph);
        GraphVerifier.verify(graph, file.toString());
        String result = comment + "\n" + before + LINE + "\n" + renumbered(graph);
        if (Boolean.getBoolean("peaberry.bless")) {
            Files.writeString(file, result);
            return;
        }
        assertEquals(text, result, () -> file + ": mvn test -Dpeaberry.bless=true writes what came out");
    }

    private static String renumbered(Graph graph) {
        return GraphPrinter.print(GraphParser.parse(GraphPrinter.print(graph), GoldenPasses.WORLD));
    }

    @Test
    void everyPassHasGoldenFiles() throws IOException {
        assertEquals(GoldenPasses.namesInUse(), GoldenPasses.names(), "passes that run, and passes that golden files are for (GoldenPasses)");
        List<Path> files = files();
        for (String folder : GoldenPasses.folders()) {
            assertTrue(files.stream().anyMatch(f -> f.getParent().endsWith(folder)), "no golden file in " + FOLDER.resolve(folder));
        }
    }
}
