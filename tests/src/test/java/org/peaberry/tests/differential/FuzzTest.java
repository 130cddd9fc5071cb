/** Generated programs give the same on HotSpot and compiled. */
package org.peaberry.tests.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.peaberry.fuzz.Fuzzer;

/** Many more of them: {@code ./peaberry test --fuzz}. */
class FuzzTest {
    private static final long FIRST_SEED = 1_000_000;
    private static final int PROGRAMS = 300;
    private static final int MINIMIZING_SECONDS = 20;

    @Test
    void generatedProgramsAgreeWithHotSpot() {
        Fuzzer fuzzer = new Fuzzer(Path.of("target/fuzz"), MINIMIZING_SECONDS, System.out::println);
        assertEquals("", String.join("\n", fuzzer.run(FIRST_SEED, PROGRAMS)));
    }
}
