/** Generated programs give the same on HotSpot and compiled. */
package org.peaberry.tests.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.ToolProvider;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More of them: {@code -Dpeaberry.random.first=1000 -Dpeaberry.random.count=500}. */
class RandomProgramTest {
    private static final Path FOLDER = Path.of("target/differential/random");

    static List<Long> seeds() {
        long first = Long.getLong("peaberry.random.first", 1);
        return java.util.stream.LongStream.range(first, first + Long.getLong("peaberry.random.count", 8)).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void generatedProgramAgreesWithHotSpot(long seed) throws Exception {
        String name = "Random" + seed;
        Path folder = Files.createDirectories(FOLDER.resolve(name));
        Path source = Files.writeString(folder.resolve(name + ".java"), RandomProgram.source(name, seed));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "-nowarn", "-d", folder.toString(), source.toString()), source.toString());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Outcome expected = Execution.of(List.of(java, "-Xshare:auto", "-cp", folder.toString(), name)).outcome();
        assertEquals(expected, Peaberryc.compile(folder, name).run(List.of()).outcome(), source.toString());
    }
}
