/** Which passes follow each other on a method that has been inlined into. */
package org.peaberry.compiler.pass.order;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.pass.Goal;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.array.ArrayCopies;
import org.peaberry.compiler.pass.check.CheckElimination;
import org.peaberry.compiler.pass.check.Nullness;
import org.peaberry.compiler.pass.constant.ConditionalConstantPropagation;
import org.peaberry.compiler.pass.escape.EscapeAnalysis;
import org.peaberry.compiler.pass.flow.ControlFlowSimplification;
import org.peaberry.compiler.pass.flow.DeadCodeElimination;
import org.peaberry.compiler.pass.loop.LoopFills;
import org.peaberry.compiler.pass.loop.LoopInvariants;
import org.peaberry.compiler.pass.loop.LoopPeeling;
import org.peaberry.compiler.pass.loop.LoopPreheaders;
import org.peaberry.compiler.pass.loop.LoopSplitting;
import org.peaberry.compiler.pass.loop.LoopUnrolling;
import org.peaberry.compiler.pass.loop.LoopUnswitching;
import org.peaberry.compiler.pass.value.ConstantFolding;
import org.peaberry.compiler.pass.value.GlobalValueNumbering;
import org.peaberry.compiler.pass.value.ImageConstants;
import org.peaberry.compiler.world.World;

final class PassOrder {
    private final World world;
    private final Nullness nullness;
    private final Pass images;
    private final Pass lengths;
    private final Pass checks;
    private final Pass invariants;
    private final Pass folding = new ConstantFolding();
    private final Pass constants;
    private final Pass numbering = new GlobalValueNumbering();
    private final Pass controlFlow = new ControlFlowSimplification();
    private final Pass deadCode = new DeadCodeElimination();
    private final Pass preheaders = new LoopPreheaders();

    PassOrder(World world, WholeProgram program) {
        this.world = world;
        nullness = program.nullness();
        images = new ImageConstants(world);
        lengths = program.arrayLengths();
        constants = new ConditionalConstantPropagation(world, nullness);
        checks = new CheckElimination(world, nullness);
        invariants = new LoopInvariants(nullness);
    }

    List<Pass> of(Goal goal) {
        return goal == Goal.SPEED ? forSpeed() : forSize();
    }

    private List<Pass> forSize() {
        List<Pass> passes = new ArrayList<>(firstRound());
        passes.addAll(constantPasses());
        passes.addAll(List.of(numbering, checks, invariants, folding, controlFlow));
        passes.addAll(List.of(folding, deadCode, controlFlow));
        return passes;
    }

    /** Preheaders stay only until control flow is simplified: they are made right before the passes that want them. */
    private List<Pass> forSpeed() {
        List<Pass> passes = new ArrayList<>(List.of(new ArrayCopies(world)));
        passes.addAll(firstRound());
        passes.addAll(List.of(new EscapeAnalysis(world), controlFlow));
        passes.addAll(loopCopies());
        passes.addAll(constantPasses());
        passes.addAll(List.of(numbering, checks, preheaders, invariants, folding, controlFlow));
        passes.addAll(List.of(numbering, checks, preheaders, invariants, new LoopSplitting(nullness), folding, controlFlow));
        passes.addAll(List.of(preheaders, new LoopFills(), folding, deadCode, controlFlow));
        return passes;
    }

    private List<Pass> firstRound() {
        List<Pass> passes = new ArrayList<>(List.of(controlFlow));
        passes.addAll(constantPasses());
        passes.addAll(List.of(numbering, checks, folding, deadCode, controlFlow));
        return passes;
    }

    private List<Pass> constantPasses() {
        return List.of(images, lengths, constants, folding);
    }

    private List<Pass> loopCopies() {
        List<Pass> passes = new ArrayList<>(List.of(preheaders, new LoopUnrolling(), folding, numbering, controlFlow));
        passes.addAll(List.of(preheaders, new LoopUnswitching(nullness), folding, controlFlow));
        passes.addAll(List.of(preheaders, new LoopPeeling(), controlFlow));
        return passes;
    }
}
