/** Takes all methods of the closed world from bytecode to machine code. */
package org.peaberry.compiler.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import org.peaberry.compiler.emit.CodeGenerator;
import org.peaberry.compiler.emit.CodeOptions;
import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.frontend.BytecodeFault;
import org.peaberry.compiler.frontend.GraphBuilder;
import org.peaberry.compiler.frontend.Unsupported;
import org.peaberry.compiler.image.Target;
import org.peaberry.compiler.ir.GraphPrinter;
import org.peaberry.compiler.ir.GraphVerifier;
import org.peaberry.compiler.listing.IrListing;
import org.peaberry.compiler.observe.PassObserver;
import org.peaberry.compiler.pass.inline.CalledMethods;
import org.peaberry.compiler.pass.Goal;
import org.peaberry.compiler.pass.order.PassManager;
import org.peaberry.compiler.pass.order.WholeProgram;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.RuntimeMethod;

/** Methods are independent of each other within a step, and so are taken in parallel; results keep the order of the methods. */
final class MethodCompiler {
    private final ClosedWorld world;
    private final Settings settings;
    private final ProgramErrors errors;
    private final PassObserver observer;
    private WholeProgram program = WholeProgram.UNKNOWN;

    MethodCompiler(ClosedWorld world, Settings settings, ProgramErrors errors, PassObserver observer) {
        this.world = world;
        this.settings = settings;
        this.errors = errors;
        this.observer = observer;
    }

    /** Gives every method its IR; errors are collected in the order of the methods. */
    void buildGraphs() {
        errors.addFollowing(world.methods().parallelStream().flatMap(method -> buildGraph(method).stream()).toList());
    }

    /** The method's error, if it has one. */
    private Optional<String> buildGraph(MethodInfo method) {
        try {
            method.setGraph(GraphBuilder.build(world, method));
            finish(method, "front end");
            return Optional.empty();
        } catch (Unsupported | CompilerError e) {
            return Optional.of(e.getMessage() + world.chain(method));
        } catch (RuntimeException e) {
            String fault = BytecodeFault.find(method);
            if (fault != null) {
                return Optional.of(fault + world.chain(method));
            }
            throw new IllegalStateException("the front end failed on " + method, e);
        }
    }

    /** Improves the IR of all methods. */
    void optimize() {
        program = WholeProgram.of(world);
        PassManager passes = new PassManager(world, program, goal(), settings.verify(), observer);
        passes.run(world.methods());
        if (!settings.checks().left()) {
            passes.removeChecks(world.methods());
        }
        world.methods().forEach(method -> {
            observer.done(method.graph(), IrListing.LAST);
            dump(method, IrListing.LAST);
        });
        observer.optimized(world, program);
    }

    private Goal goal() {
        return settings.target() == Target.LINUX ? Goal.SPEED : Goal.SIZE;
    }

    private void finish(MethodInfo method, String step) {
        if (settings.verify()) {
            GraphVerifier.verify(method.graph(), step);
        }
        observer.done(method.graph(), step);
        dump(method, step);
    }

    private void dump(MethodInfo method, String step) {
        if (settings.dumps(method.symbol())) {
            System.out.println("; after " + step + "\n" + GraphPrinter.print(method.graph()));
        }
    }

    /** @throws IllegalStateException naming every method that could not be compiled, which is the compiler's own fault */
    List<CompiledMethod> generateCode() {
        Map<String, RuntimeException> failures = new ConcurrentSkipListMap<>();
        List<CompiledMethod> compiled = calledMethods().parallelStream().map(method -> generateCode(method, failures)).toList();
        if (!failures.isEmpty()) {
            StringBuilder text = new StringBuilder("internal error: code generation failed on " + failures.size() + " methods");
            failures.forEach((method, failure) -> text.append("\n  ").append(method).append(": ").append(failure));
            throw new IllegalStateException(text.toString(), failures.values().iterator().next());
        }
        program.checkImage(world);
        return compiled;
    }

    private List<MethodInfo> calledMethods() {
        List<MethodInfo> roots = new ArrayList<>(world.entrypoints().values());
        for (RuntimeMethod method : RuntimeMethod.usedIn(world)) {
            roots.add(world.runtimeMethod(method));
        }
        return CalledMethods.among(world.methods(), roots);
    }

    private CompiledMethod generateCode(MethodInfo method, Map<String, RuntimeException> failures) {
        try {
            return CodeGenerator.compile(method.graph(), world, world, new CodeOptions(settings.verify(), settings.checks().nullFaults(), goal() == Goal.SPEED));
        } catch (RuntimeException e) {
            failures.put(method.symbol(), e);
            return null;
        }
    }
}
