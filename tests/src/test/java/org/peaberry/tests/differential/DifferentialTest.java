/** Every test program gives the same on HotSpot and compiled, and it is what its source says. */
package org.peaberry.tests.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DifferentialTest {
    private static final int SMALL_PROGRAMS = 150;
    private static final int LARGE_PROGRAMS = 10;

    @TestFactory
    Stream<DynamicTest> smallProgramsAgreeWithHotSpot() {
        return tests("small");
    }

    @TestFactory
    Stream<DynamicTest> largeProgramsAgreeWithHotSpot() {
        return tests("large");
    }

    @Test
    void thereAreEnoughPrograms() {
        assertTrue(Programs.compile("small").all().size() >= SMALL_PROGRAMS);
        assertTrue(Programs.compile("large").all().size() >= LARGE_PROGRAMS);
    }

    @Test
    void everyProgramHasExpectedResults() {
        Stream.concat(Programs.compile("small").all().stream(), Programs.compile("large").all().stream())
                .forEach(program -> assertTrue(program.exits() || !program.expected().output().isEmpty(), program + " has no expected results"));
    }

    private static Stream<DynamicTest> tests(String folder) {
        Programs programs = Programs.compile(folder);
        HotSpot hotSpot = new HotSpot(programs.classes());
        return programs.all().stream().map(program -> dynamicTest(program.name(), program.source().toUri(), () -> {
            assertEquals(program.expected(), hotSpot.run(program), program + " on HotSpot");
            Execution compiled = Peaberryc.compile(programs.classes(), program.name()).run(program.arguments());
            assertEquals(program.expected(), compiled.outcome(), program + " compiled");
        }));
    }
}
