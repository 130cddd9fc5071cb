/** The passes that golden files are for, by the folder of the files, and the classes that the files speak of. */
package org.peaberry.compiler.pass;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.peaberry.compiler.frontend.GraphBuilder;
import org.peaberry.compiler.frontend.JavaSource;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.observe.PassObserver;
import org.peaberry.compiler.pass.array.ArrayCopies;
import org.peaberry.compiler.pass.check.CheckElimination;
import org.peaberry.compiler.pass.check.CheckRemoval;
import org.peaberry.compiler.pass.check.FieldArrayLengths;
import org.peaberry.compiler.pass.check.Nullness;
import org.peaberry.compiler.pass.constant.ConditionalConstantPropagation;
import org.peaberry.compiler.pass.escape.EscapeAnalysis;
import org.peaberry.compiler.pass.flow.ControlFlowSimplification;
import org.peaberry.compiler.pass.flow.DeadCodeElimination;
import org.peaberry.compiler.pass.flow.LocalThrows;
import org.peaberry.compiler.pass.flow.NoReturnCalls;
import org.peaberry.compiler.pass.inline.Inlining;
import org.peaberry.compiler.pass.inline.ObjectInlining;
import org.peaberry.compiler.pass.loop.LoopFills;
import org.peaberry.compiler.pass.loop.LoopInvariants;
import org.peaberry.compiler.pass.loop.LoopPeeling;
import org.peaberry.compiler.pass.loop.LoopPreheaders;
import org.peaberry.compiler.pass.loop.LoopSplitting;
import org.peaberry.compiler.pass.loop.LoopUnrolling;
import org.peaberry.compiler.pass.loop.LoopUnswitching;
import org.peaberry.compiler.pass.order.PassManager;
import org.peaberry.compiler.pass.order.WholeProgram;
import org.peaberry.compiler.pass.type.Devirtualization;
import org.peaberry.compiler.pass.value.ConstantFolding;
import org.peaberry.compiler.pass.value.GlobalValueNumbering;
import org.peaberry.compiler.pass.value.ImageConstants;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;

final class GoldenPasses {
    static final HostWorld WORLD = JavaSource.compile("Subject", """
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
    /** What all arrays in Subject.longs have. */
    private static final int LENGTH = 16;
    private static final Map<String, Function<HostWorld, Pass>> PASSES = Map.ofEntries(
            entry("array-copies", ArrayCopies::new),
            entry("array-lengths", GoldenPasses::arrayLengths),
            entry("check-elimination", w -> new CheckElimination(w, Nullness.UNKNOWN)),
            entry("check-removal", w -> new CheckRemoval()),
            entry("conditional-constants", w -> new ConditionalConstantPropagation(w, Nullness.UNKNOWN)),
            entry("constant-folding", w -> new ConstantFolding()),
            entry("control-flow", w -> new ControlFlowSimplification()),
            entry("dead-code", w -> new DeadCodeElimination()),
            entry("devirtualization", Devirtualization::new),
            entry("escape-analysis", EscapeAnalysis::new),
            entry("image-constants", ImageConstants::new),
            entry("inlining", GoldenPasses::inlining),
            entry("local-throws", w -> new LocalThrows()),
            entry("loop-fills", w -> new LoopFills()),
            entry("loop-invariants", w -> new LoopInvariants(Nullness.UNKNOWN)),
            entry("loop-peeling", w -> new LoopPeeling()),
            entry("loop-preheaders", w -> new LoopPreheaders()),
            entry("loop-splitting", w -> new LoopSplitting(Nullness.UNKNOWN)),
            entry("loop-unrolling", w -> new LoopUnrolling()),
            entry("loop-unswitching", w -> new LoopUnswitching(Nullness.UNKNOWN)),
            entry("no-return", GoldenPasses::noReturn),
            entry("object-inlining", w -> new ObjectInlining(inlining(w), new Devirtualization(w))),
            entry("value-numbering", w -> new GlobalValueNumbering()));

    static {
        Stream.of("Subject", "Subject$Leaf").flatMap(name -> WORLD.classNamed(name).methods().stream()).forEach(GoldenPasses::build);
    }

    private GoldenPasses() {
    }

    private static void build(MethodInfo method) {
        method.setGraph(GraphBuilder.build(WORLD, method));
    }

    static Set<String> folders() {
        return PASSES.keySet();
    }

    static Pass of(String folder) {
        return PASSES.get(folder).apply(WORLD);
    }

    private static Inlining inlining(HostWorld world) {
        Inlining inlining = new Inlining(Goal.SIZE);
        world.classNamed("Subject").methods().forEach(inlining::finished);
        return inlining;
    }

    private static Pass noReturn(HostWorld world) {
        NoReturnCalls pass = new NoReturnCalls();
        world.classNamed("Subject").methods().forEach(pass::finished);
        return pass;
    }

    private static Pass arrayLengths(HostWorld world) {
        return FieldArrayLengths.of(Map.of(world.classNamed("Subject").declaredField("longs"), LENGTH));
    }

    /** Names of the passes that there are golden files for. */
    static Set<String> names() {
        return folders().stream().map(folder -> of(folder).name()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of all passes that a program goes through, whatever it is compiled for. */
    static Set<String> namesInUse() {
        Set<String> names = new TreeSet<>();
        JavaSource program = JavaSource.compile("Small", "public class Small { static int same(int a) { return a; } }");
        Set<MethodInfo> methods = Set.of(program.world().resolveMethod("Small", "same", "(I)I"));
        for (Goal goal : Goal.values()) {
            methods.forEach(method -> method.setGraph(GraphBuilder.build(program.world(), method)));
            PassManager passes = new PassManager(program.world(), WholeProgram.UNKNOWN, goal, true, new PassObserver() {
                @Override
                public void done(Graph graph, String step) {
                    names.add(step);
                }
            });
            passes.run(methods);
            passes.removeChecks(methods);
        }
        return names;
    }
}
