/** The benchmark's kernels do the same in Java on HotSpot, compiled by peaberryc, and in C. */
package org.peaberry.bench.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.bench.kernels.Kernels;
import org.peaberry.boot.host.Project;

class KernelSuiteTest {
    @Test
    void allContendersGiveTheSameResults() {
        SuiteFiles files = new SuiteFiles(Project.current());
        PeaberrycProgram ours = new PeaberrycProgram(files, "verified", List.of("--verify"));
        PeaberrycProgram unchecked = new PeaberrycProgram(files, "unchecked-verified", List.of("--verify", "--measure-without-checks"));
        GccPrograms gcc = new GccPrograms(files);
        ours.build();
        unchecked.build();
        gcc.build();
        for (String kernel : Kernels.NAMES) {
            String expected = Measurement.of(once(gcc.command(kernel))).result();
            assertEquals(expected, Measurement.of(once(ours.command(kernel))).result(), kernel + " by peaberryc");
            assertEquals(expected, Measurement.of(once(unchecked.command(kernel))).result(), kernel + " without checks");
            assertEquals(expected, Measurement.of(once(new HotSpot(files).command(kernel))).result(), kernel + " by HotSpot");
        }
    }

    /** The last two arguments are numbers of runs. */
    private static List<String> once(List<String> command) {
        List<String> shortened = new ArrayList<>(command.subList(0, command.size() - 2));
        shortened.addAll(List.of("0", "1"));
        return shortened;
    }
}
