/** Random methods compute as optimized IR what they compute on HotSpot. */
package org.peaberry.compiler.pass;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peaberry.compiler.frontend.Differential;

/** -Dpeaberry.seeds=N tries N classes, from -Dpeaberry.firstSeed on. */
class RandomProgramsTest {
    private static final int METHODS = 6;

    static java.util.stream.LongStream seeds() {
        long first = Long.getLong("peaberry.firstSeed", 1);
        return java.util.stream.LongStream.range(first, first + Long.getLong("peaberry.seeds", 8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void optimizedIrBehavesLikeHotSpot(long seed) {
        String name = "Random" + seed;
        Differential.check(name, RandomSource.ofClass(name, seed, METHODS), OptimizedProgram::graphOf);
    }
}
