/** Runs the passes on all methods. */
package org.peaberry.compiler.pass.order;

import java.util.Collection;
import java.util.List;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphVerifier;
import org.peaberry.compiler.observe.PassObserver;
import org.peaberry.compiler.pass.Goal;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.check.CheckRemoval;
import org.peaberry.compiler.pass.flow.LocalThrows;
import org.peaberry.compiler.pass.flow.NoReturnCalls;
import org.peaberry.compiler.pass.inline.Inlining;
import org.peaberry.compiler.pass.inline.ObjectInlining;
import org.peaberry.compiler.pass.type.Devirtualization;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.World;

/**
 * Methods are finished bottom-up: when a method is worked on, those it calls are done already (but for recursion), so that
 * what is inlined is as small as it gets.
 */
public final class PassManager {
    private final boolean verify;
    private final PassObserver observer;
    private final Inlining inlining;
    private final NoReturnCalls noReturnCalls = new NoReturnCalls();
    private final Pass devirtualization;
    private final Pass throwing = new LocalThrows();
    private final Pass objectInlining;
    private final Goal goal;
    private final List<Pass> passes;

    /** @param program what is known of all methods together
     * @param verify check every graph after every pass */
    public PassManager(World world, WholeProgram program, Goal goal, boolean verify) {
        this(world, program, goal, verify, PassObserver.NONE);
    }

    /** @param observer told of every pass */
    public PassManager(World world, WholeProgram program, Goal goal, boolean verify, PassObserver observer) {
        this.verify = verify;
        this.observer = observer;
        inlining = new Inlining(goal, observer);
        this.goal = goal;
        devirtualization = new Devirtualization(world);
        objectInlining = new ObjectInlining(inlining, devirtualization);
        passes = new PassOrder(world, program).of(goal);
    }

    /** Improves the graphs of the methods, in place; methods without one are left out. */
    public void run(Collection<MethodInfo> methods) {
        for (MethodInfo method : methods) {
            if (method.graph() != null) {
                apply(devirtualization, method.graph());
                inlining.countCalls(method.graph());
            }
        }
        for (MethodInfo method : BottomUpOrder.of(methods)) {
            apply(noReturnCalls, method.graph());
            apply(inlining, method.graph());
            if (goal == Goal.SPEED) {
                apply(throwing, method.graph());
                apply(objectInlining, method.graph());
                apply(throwing, method.graph());
            }
            passes.forEach(pass -> apply(pass, method.graph()));
            inlining.finished(method);
            noReturnCalls.finished(method);
        }
    }

    /** Takes away what checks are left, and improves what that leaves: while they were there, they told the passes what holds behind them. */
    public void removeChecks(Collection<MethodInfo> methods) {
        Pass removal = new CheckRemoval();
        for (MethodInfo method : BottomUpOrder.of(methods)) {
            apply(removal, method.graph());
            passes.forEach(pass -> apply(pass, method.graph()));
        }
    }

    private void apply(Pass pass, Graph graph) {
        pass.run(graph);
        observer.done(graph, pass.name());
        if (verify) {
            GraphVerifier.verify(graph, pass.name());
        }
    }
}
