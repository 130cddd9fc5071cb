/** The verifier of allocations notices what register allocation could do wrong. */
package org.peaberry.compiler.allocate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peaberry.compiler.emit.GeneratedMachineCode;
import org.peaberry.compiler.select.MachineCode;

/** On the code of random graphs, with few registers. */
class AllocationMutationTest {
    private static final int PROGRAMS = 16;
    private static final int FEWEST = 5;
    private static final GeneratedMachineCode GENERATED = new GeneratedMachineCode();

    static List<AllocationMutant> mutants() {
        return AllocationMutant.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void everyMutantIsKilled(AllocationMutant mutant) {
        int killed = 0;
        for (int seed = 1; seed <= PROGRAMS; seed++) {
            MachineCode code = GENERATED.of(seed);
            Allocation wrong = mutant.mistake().make(code);
            killed += wrong != null && isNoticed(code, wrong) ? 1 : 0;
        }
        assertTrue(killed >= FEWEST, mutant + " is noticed in " + killed + " programs only");
    }

    private static boolean isNoticed(MachineCode code, Allocation wrong) {
        try {
            AllocationVerifier.verify(code, wrong);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void theAllocatorItselfIsNotKilled() {
        for (int seed = 1; seed <= PROGRAMS; seed++) {
            MachineCode code = GENERATED.of(seed);
            AllocationVerifier.verify(code, AllocationMutant.allocate(code));
        }
    }
}
