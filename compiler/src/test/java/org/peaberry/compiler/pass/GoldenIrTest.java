/** Runs each pass on IR texts and compares with the text written below the line in the same file. */
package org.peaberry.compiler.pass;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peaberry.compiler.frontend.GraphBuilder;
import org.peaberry.compiler.frontend.JavaSource;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphParser;
import org.peaberry.compiler.ir.GraphPrinter;
import org.peaberry.compiler.ir.GraphVerifier;
import org.peaberry.compiler.pass.array.ArrayCopies;
import org.peaberry.compiler.pass.check.CheckElimination;
import org.peaberry.compiler.pass.check.Nullness;
import org.peaberry.compiler.pass.escape.EscapeAnalysis;
import org.peaberry.compiler.pass.flow.ControlFlowSimplification;
import org.peaberry.compiler.pass.flow.DeadCodeElimination;
import org.peaberry.compiler.pass.flow.LocalThrows;
import org.peaberry.compiler.pass.flow.NoReturnCalls;
import org.peaberry.compiler.pass.inline.Inlining;
import org.peaberry.compiler.pass.loop.LoopFills;
import org.peaberry.compiler.pass.loop.LoopInvariants;
import org.peaberry.compiler.pass.loop.LoopPeeling;
import org.peaberry.compiler.pass.loop.LoopPreheaders;
import org.peaberry.compiler.pass.loop.LoopSplitting;
import org.peaberry.compiler.pass.loop.LoopUnrolling;
import org.peaberry.compiler.pass.loop.LoopUnswitching;
import org.peaberry.compiler.pass.type.Devirtualization;
import org.peaberry.compiler.pass.value.ConstantFolding;
import org.peaberry.compiler.pass.value.GlobalValueNumbering;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;

/** The folder's name tells the pass. With -Dpeaberry.bless=true what comes out is written as what is expected. */
class GoldenIrTest {
    private static final Path FOLDER = Path.of("src/test/resources/ir");
    private static final String LINE = "; ----";
    private static final HostWorld WORLD = JavaSource.compile("Subject", """
            import org.peaberry.runtime.annotation.*;
            public class Subject {
                int field;
                final int constant = 3;
                volatile int shared;
                Subject next;
                long[] longs;
                static int counter;
                @Inline static int twice(int a) { return a + a; }
                @NoInline static int never(int a) { return a; }
                @Inline static int element(int[] a, int i) { return i < 0 ? 0 : a[i]; }
                @Inline static int fails(int a) { throw new RuntimeException(); }
                int get() { return field; }
                static final class Leaf extends Subject { int get() { return 1; } }
            }
            """).world();
    private static final Map<String, Function<HostWorld, Pass>> PASSES = Map.ofEntries(entry("inlining", GoldenIrTest::inlining),
            entry("constant-folding", w -> new ConstantFolding()), entry("value-numbering", w -> new GlobalValueNumbering()),
            entry("loop-invariants", w -> new LoopInvariants(Nullness.UNKNOWN)), entry("loop-peeling", w -> new LoopPeeling()),
            entry("loop-splitting", w -> new LoopSplitting(Nullness.UNKNOWN)),
            entry("check-elimination", w -> new CheckElimination(w, Nullness.UNKNOWN)), entry("dead-code", w -> new DeadCodeElimination()),
            entry("array-copies", ArrayCopies::new), entry("loop-preheaders", w -> new LoopPreheaders()),
            entry("loop-fills", w -> new LoopFills()), entry("loop-unrolling", w -> new LoopUnrolling()),
            entry("loop-unswitching", w -> new LoopUnswitching(Nullness.UNKNOWN)),
            entry("no-return", GoldenIrTest::noReturn), entry("control-flow", w -> new ControlFlowSimplification()),
            entry("escape-analysis", EscapeAnalysis::new), entry("local-throws", w -> new LocalThrows()),
            entry("devirtualization", Devirtualization::new));

    private static Pass inlining(HostWorld world) {
        Inlining inlining = new Inlining(Goal.SIZE);
        world.classNamed("Subject").methods().forEach(inlining::finished);
        return inlining;
    }

    private static Pass noReturn(HostWorld world) {
        NoReturnCalls pass = new NoReturnCalls();
        world.classNamed("Subject").methods().forEach(pass::finished);
        return pass;
    }

    static {
        Stream.of("Subject", "Subject$Leaf").flatMap(name -> WORLD.classNamed(name).methods().stream()).forEach(GoldenIrTest::build);
    }

    private static void build(MethodInfo method) {
        method.setGraph(GraphBuilder.build(WORLD, method));
    }

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
        Graph graph = GraphParser.parse(text.contains(LINE) ? text.substring(0, text.indexOf(LINE)) : text, WORLD);
        GraphVerifier.verify(graph, "parsing " + file);
        String before = GraphPrinter.print(graph);
        PASSES.get(file.getParent().getFileName().toString()).apply(WORLD).run(graph);
        GraphVerifier.verify(graph, file.toString());
        String result = comment + "\n" + before + LINE + "\n" + renumbered(graph);
        if (Boolean.getBoolean("peaberry.bless")) {
            Files.writeString(file, result);
            return;
        }
        assertEquals(text, result, () -> file + ": mvn test -Dpeaberry.bless=true writes what came out");
    }

    private static String renumbered(Graph graph) {
        return GraphPrinter.print(GraphParser.parse(GraphPrinter.print(graph), WORLD));
    }

    @Test
    void everyPassHasGoldenFiles() throws IOException {
        List<Path> files = files();
        for (String pass : PASSES.keySet()) {
            assertTrue(files.stream().anyMatch(f -> f.getParent().endsWith(pass)), "no golden file for " + pass);
        }
    }
}
