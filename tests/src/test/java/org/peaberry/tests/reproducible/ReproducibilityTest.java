/** Equal inputs give equal bytes: on other paths and days, in other places of the world, with other numbers of threads. */
package org.peaberry.tests.reproducible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.bench.kernels.KernelMain;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.NasmAssembler;

class ReproducibilityTest {
    private static final Project PROJECT = Project.current();
    private static final String THREADS = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=";
    /** Hash codes of objects: random ones, all alike, counted. */
    private static final String HASH = "-XX:+UnlockExperimentalVMOptions -XX:hashCode=";
    private static final long A_DAY_IN_1999 = 915_148_800_000L;
    private static final long A_DAY_IN_2038 = 2_147_483_649_000L;

    @TempDir
    private Path folder;

    private List<Surroundings> surroundings() throws IOException {
        return List.of(
                new Surroundings(create("a"), System.currentTimeMillis(), false, THREADS + "2"),
                new Surroundings(create("another place/with a much longer name, and blanks"), A_DAY_IN_1999, true, THREADS + "1 " + HASH + "0 "
                        + "-Duser.timezone=Pacific/Apia -Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1"),
                new Surroundings(create("b"), A_DAY_IN_2038, true, THREADS + "8 " + HASH + "2 "
                        + "-Duser.timezone=America/Caracas -Duser.language=ar -Duser.country=EG"));
    }

    private Path create(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @Test
    void theHypervisorIsTheSameEverywhere() throws IOException, InterruptedException {
        List<Path> classPath = new ArrayList<>(List.of(PROJECT.classes("runtime-baremetal"), PROJECT.classes("arch-x86"), PROJECT.classes("hv-kernel")));
        classPath.addAll(PROJECT.libraries());
        List<String> options = List.of("--target", "baremetal", "--main", "org.peaberry.kernel.Hypervisor", "--null-checks", "fault");
        assertSameEverywhere(classPath, new NasmAssembler(PROJECT).assemble(), options, List.of("", ".map", ".debug"));
    }

    @Test
    void aLinuxProgramWithLibrariesIsTheSameEverywhere() throws IOException, InterruptedException {
        List<Path> classPath = new ArrayList<>(List.of(PROJECT.classes("tests"), PROJECT.classes("runtime-baremetal")));
        classPath.addAll(PROJECT.libraries());
        assertSameEverywhere(classPath, List.of(), List.of("--target", "linux", "--main", KernelMain.class.getName()), List.of("", ".map"));
    }

    /** @param endings of the files that are compared */
    private void assertSameEverywhere(List<Path> classPath, List<Path> objects, List<String> options, List<String> endings)
            throws IOException, InterruptedException {
        Path compiler = PROJECT.module("compiler").resolve("bin/peaberryc");
        Path first = null;
        for (Surroundings each : surroundings()) {
            Path image = each.compile(compiler, classPath, objects, options);
            if (first == null) {
                first = image;
            }
            for (String ending : endings) {
                assertSame(first.resolveSibling("image" + ending), image.resolveSibling("image" + ending));
            }
        }
    }

    private static void assertSame(Path expected, Path actual) throws IOException {
        assertTrue(Files.size(expected) > 0, expected + " is empty");
        assertEquals(-1, Files.mismatch(expected, actual), () -> "first byte that differs between " + expected + " and " + actual);
    }
}
