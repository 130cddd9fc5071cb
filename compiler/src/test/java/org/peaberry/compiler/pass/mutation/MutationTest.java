/** Mistakes in the optimizer's results are noticed: every mutant of a pass is killed, and the optimizer without one is not. */
package org.peaberry.compiler.pass.mutation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peaberry.compiler.frontend.Differential;
import org.peaberry.compiler.frontend.JavaSource;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.observe.PassObserver;
import org.peaberry.compiler.pass.OptimizedProgram;
import org.peaberry.compiler.pass.mutation.Mutant.Killer;

/** A mutant changes what one pass leaves of each method at one place; the passes behind it go on with that. */
class MutationTest {
    private static final JavaSource PROGRAM = JavaSource.compile(MutantProgram.NAME, MutantProgram.SOURCE);

    static Stream<Mutant> mutants() {
        return Stream.of(CheckMutants.all(), MemoryMutants.all(), ValueMutants.all(), FlowMutants.all(), ShapeMutants.all()).flatMap(List::stream);
    }

    /** Changes graphs, and counts them. */
    private static final class Mutation implements PassObserver {
        private final Mutant mutant;
        private int changed;

        Mutation(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        public void done(Graph graph, String step) {
            if (step.equals(mutant.step()) && mutant.change().make(graph)) {
                changed++;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void everyMutantIsKilled(Mutant mutant) {
        Mutation mutation = new Mutation(mutant);
        Killer killer = killer(mutation);
        assertTrue(mutation.changed > 0, () -> mutant + ": " + mutant.step() + " left no graph where this could be done: give MutantProgram a method for it");
        assertNotNull(killer, () -> mutant + ": nobody notices");
        assertEquals(mutant.killer(), killer, mutant.name());
    }

    /** Null when the program still does what it does on HotSpot. */
    private static Killer killer(PassObserver mutation) {
        JavaSource program = PROGRAM.inNewWorld();
        try {
            OptimizedProgram.optimize(program.world(), mutation);
        } catch (IllegalStateException e) {
            return Killer.VERIFIER;
        }
        try {
            Differential.check(program, MutantProgram.NAME, OptimizedProgram::graphOf);
        } catch (AssertionError e) {
            return Killer.EXECUTION;
        }
        return null;
    }

    @Test
    void theOptimizerItselfIsNotKilled() {
        JavaSource program = PROGRAM.inNewWorld();
        assertDoesNotThrow(() -> OptimizedProgram.optimize(program.world(), PassObserver.NONE));
        Differential.check(program, MutantProgram.NAME, OptimizedProgram::graphOf);
    }

    @Test
    void namesOfMutantsAreDifferent() {
        assertEquals(mutants().count(), mutants().map(Mutant::name).distinct().count());
    }
}
