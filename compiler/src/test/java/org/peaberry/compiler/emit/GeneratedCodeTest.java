/** Random graphs give the same results as machine code as they give when they are interpreted. */
package org.peaberry.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.frontend.GraphBuilder;
import org.peaberry.compiler.frontend.GraphInterpreter;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphPrinter;
import org.peaberry.compiler.ir.GraphVerifier;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.memory.SimulatedMemory;

class GeneratedCodeTest {
    private static final int GRAPHS = Integer.getInteger("generated.graphs", 100);
    private static final int FIRST_SEED = Integer.getInteger("generated.seed", 1);
    private static final int CALLS = 4;
    private static final String CALLEE = "org/peaberry/compiler/emit/Callee";

    @TempDir
    private Path folder;
    private final Path classes = Path.of(Callee.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    private final HostWorld world = new HostWorld(classes, Callee.class.getClassLoader());
    private final MethodInfo mix = world.resolveMethod(CALLEE, "mix", "(JJJJJJJJ)J");
    private final MethodInfo onlyEven = world.resolveMethod(CALLEE, "onlyEven", "(J)J");
    private final MethodInfo generated = world.resolveMethod(CALLEE, "generated", "()J");

    @Test
    void machineCodeComputesWhatTheGraphSays() throws Throwable {
        compareAll(CodeGenerator.ALLOCATABLE);
    }

    @Test
    void fourRegistersAreEnoughForAnyGraph() throws Throwable {
        compareAll(List.of(Register.RAX, Register.RCX, Register.RDX, Register.RSI));
    }

    @Test
    void sevenRegistersAreEnoughForAnyGraph() throws Throwable {
        compareAll(List.of(Register.RBX, Register.RCX, Register.RDX, Register.RDI, Register.R8, Register.R13, Register.R12));
    }

    private record Expectation(int seed, List<Object> arguments, long result) {
    }

    private void compareAll(List<Register> registers) throws Throwable {
        SimulatedMemory.install().map(ValueGenerator.MEMORY, ValueGenerator.MEMORY_SIZE);
        NativeProgram program = new NativeProgram();
        List<Expectation> expectations = new ArrayList<>();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + GRAPHS; seed++) {
            Random random = new Random(seed);
            Graph graph = graph(seed);
            GraphVerifier.verify(graph, "generation");
            List<List<Object>> inputs = Stream.generate(() -> NativeProgram.arguments(graph.parameterTypes(), random)).limit(CALLS).toList();
            for (List<Object> arguments : inputs) {
                expectations.add(new Expectation(seed, arguments, interpret(graph, arguments)));
            }
            String symbol = program.add(compile(graph, registers));
            inputs.forEach(arguments -> program.call(symbol, arguments));
        }
        program.addMix(mix);
        program.addOnlyEven(onlyEven);
        compare(expectations, program.run(Files.createDirectories(folder)));
    }

    private Graph graph(int seed) {
        return new GraphGenerator(seed, mix, onlyEven).generate();
    }

    private CompiledMethod compile(Graph graph, List<Register> registers) {
        try {
            return CodeGenerator.compile(graph, world, null, new CodeOptions(true, false, true, registers));
        } catch (RuntimeException e) {
            throw new IllegalStateException(e.getMessage() + " in " + GraphPrinter.print(graph), e);
        }
    }

    private void compare(List<Expectation> expectations, long[] results) {
        for (int i = 0; i < results.length; i++) {
            Expectation expected = expectations.get(i);
            assertEquals(expected.result(), results[i], () -> expected + " of\n" + GraphPrinter.print(graph(expected.seed())));
        }
    }

    private long interpret(Graph graph, List<Object> arguments) throws Throwable {
        GraphInterpreter interpreter = new GraphInterpreter(world, Callee.class.getClassLoader(),
                method -> method == generated ? graph : GraphBuilder.build(world, method));
        return (Long) interpreter.call(generated, arguments.toArray());
    }
}
