/** {@code peaberry bench compiler}: the same work compiled by peaberryc, by HotSpot and, in C, by gcc. */
package org.peaberry.bench.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

import org.peaberry.bench.kernels.Kernels;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.CompilationCost;
import org.peaberry.boot.image.HypervisorBuilder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "compiler", mixinStandardHelpOptions = true,
        description = "Times the kernels on HotSpot (warmed up), compiled by peaberryc (with and without its checks), and their twins in C compiled by "
                + "gcc -O2: the fastest of many runs each. Then what compiling the hypervisor takes.",
        footer = {"", "Exit status: 0 every target is reached, 1 something failed, 4 a target is missed or results differ."})
public final class CompilerBench implements Callable<Integer> {
    private static final int TARGET_MISSED = 4;
    private static final double MEAN_TO_HOTSPOT = 1.1;
    private static final double MEAN_TO_GCC = 1.5;
    private static final double MOST_TO_HOTSPOT = 2;
    private static final double SIZE_TO_GCC = 1.3;
    private static final double MEAN_TO_UNCHECKED = 1.05;
    private static final double COMPILE_SECONDS = 10;
    private static final double COMPILE_MEBIBYTES = 1024;
    private static final double MILLISECONDS = 1000;
    /** Two programs that differ by a few percent are timed in turns, so that what else runs on the machine hits both. */
    private static final int TURNS = 3;

    @Option(names = "--kernel", paramLabel = "NAME", description = "Only this kernel; may be repeated.")
    private List<String> chosen = new ArrayList<>();

    private boolean missed;

    @Override
    public Integer call() {
        SuiteFiles files = new SuiteFiles(Project.current());
        PeaberrycProgram ours = new PeaberrycProgram(files, "peaberryc", List.of());
        PeaberrycProgram unchecked = new PeaberrycProgram(files, "unchecked", List.of("--measure-without-checks"));
        HotSpot hotSpot = new HotSpot(files);
        GccPrograms gcc = new GccPrograms(files);
        Progress.say("compiling the kernels with peaberryc and gcc");
        List.of(ours, unchecked, hotSpot, gcc).forEach(Contender::build);
        List<KernelFigures> all = new ArrayList<>();
        System.out.print(KernelFigures.HEADING);
        for (String kernel : chosen.isEmpty() ? Kernels.NAMES : chosen) {
            KernelFigures figures = figures(kernel, ours, unchecked, hotSpot, gcc);
            System.out.print(figures.row());
            missed |= !figures.agrees();
            all.add(figures);
        }
        report(all, (double) CodeSize.ofPeaberryc(ours) / CodeSize.ofGcc(gcc));
        reportCompiler();
        return missed ? TARGET_MISSED : 0;
    }

    private static KernelFigures figures(String kernel, Contender ours, Contender unchecked, Contender hotSpot, Contender gcc) {
        Measurement checked = measure(ours, kernel);
        Measurement bare = measure(unchecked, kernel);
        for (int turn = 1; turn < TURNS; turn++) {
            checked = checked.orFaster(measure(ours, kernel));
            bare = bare.orFaster(measure(unchecked, kernel));
        }
        return new KernelFigures(kernel, checked, bare, measure(hotSpot, kernel), measure(gcc, kernel));
    }

    private static Measurement measure(Contender contender, String kernel) {
        return Measurement.of(contender.command(kernel));
    }

    private void report(List<KernelFigures> all, double sizes) {
        figure("geometric mean, times HotSpot's time", mean(all, KernelFigures::toHotSpot), MEAN_TO_HOTSPOT);
        figure("slowest kernel, times HotSpot's time", all.stream().mapToDouble(KernelFigures::toHotSpot).max().orElse(0), MOST_TO_HOTSPOT);
        figure("geometric mean, times gcc's time", mean(all, KernelFigures::toGcc), MEAN_TO_GCC);
        figure("code size, times gcc's", sizes, SIZE_TO_GCC);
        figure("tax of safety: mean, times unchecked", mean(all, KernelFigures::toUnchecked), MEAN_TO_UNCHECKED);
    }

    /** What the compiler itself takes, for the largest program there is. */
    private void reportCompiler() {
        CompilationCost cost = new HypervisorBuilder(Project.current()).rebuild();
        figure("hypervisor, class files to ELF, s", cost.milliseconds() / MILLISECONDS, COMPILE_SECONDS);
        figure("peak memory of that, MiB", cost.mebibytes(), COMPILE_MEBIBYTES);
    }

    private void figure(String name, double value, double target) {
        boolean reached = value <= target;
        missed |= !reached;
        System.out.print(String.format(Locale.ROOT, "%-40s %8.2f  target %.2f  %s%n", name, value, target, reached ? "" : "MISSED"));
    }

    private static double mean(List<KernelFigures> all, ToDoubleFunction<KernelFigures> ratio) {
        return Math.exp(all.stream().mapToDouble(figures -> Math.log(ratio.applyAsDouble(figures))).average().orElse(0));
    }
}
