/** All methods of a test program after all passes. */
package org.peaberry.compiler.pass;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

import org.peaberry.compiler.frontend.GraphBuilder;
import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphVerifier;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.observe.PassObserver;
import org.peaberry.compiler.pass.order.PassManager;
import org.peaberry.compiler.pass.order.WholeProgram;
import org.peaberry.compiler.world.CallKind;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;

/** What the program's classes reach by direct calls, but for the JDK. */
public final class OptimizedProgram {
    private OptimizedProgram() {
    }

    /** The graph of a method; the first call for a world compiles the whole program. */
    public static Graph graphOf(HostWorld world, MethodInfo method) {
        if (method.graph() == null) {
            optimize(world, PassObserver.NONE);
        }
        if (method.graph() == null) {
            method.setGraph(GraphBuilder.build(world, method));
        }
        return method.graph();
    }

    /** Takes the whole program through the passes, with the graphs verified after each.
     * @param observer told of every pass, before its result is verified */
    public static void optimize(HostWorld world, PassObserver observer) {
        Set<MethodInfo> methods = new LinkedHashSet<>();
        Deque<MethodInfo> work = new ArrayDeque<>();
        for (ClassInfo type : world.program()) {
            type.methods().stream().filter(m -> hasCode(m) && m.graph() == null).forEach(work::add);
        }
        while (!work.isEmpty()) {
            MethodInfo method = work.poll();
            if (methods.add(method)) {
                method.setGraph(GraphBuilder.build(world, method));
                GraphVerifier.verify(method.graph(), "front end");
                addCallees(method.graph(), work);
            }
        }
        new PassManager(world, WholeProgram.UNKNOWN, Goal.SPEED, true, observer).run(methods);
    }

    private static void addCallees(Graph graph, Deque<MethodInfo> work) {
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() == Opcode.CALL && instruction.attribute(Invocation.class).kind() == Invocation.Kind.DIRECT) {
                    MethodInfo callee = instruction.attribute(Invocation.class).method();
                    boolean ofRuntimeItself = callee.name().equals("allocateMultiArray");
                    if (hasCode(callee) && !ofRuntimeItself && !callee.owner().name().startsWith("java/")) {
                        work.add(callee);
                    }
                }
            }
        }
    }

    private static boolean hasCode(MethodInfo method) {
        return !method.isAbstract() && !method.isNative() && CallKind.of(method) == CallKind.CALL;
    }
}
