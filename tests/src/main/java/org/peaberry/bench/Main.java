/** {@code peaberry bench}: the figures, each beside its target and Xen's. */
package org.peaberry.bench;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.peaberry.bench.bochs.BootCounts;
import org.peaberry.bench.bochs.CountedBochsBoot;
import org.peaberry.bench.exits.ExitMeasurement;
import org.peaberry.bench.compiler.CompilerBench;
import org.peaberry.boot.host.CommandErrors;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.machine.BochsModel;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "bench", mixinStandardHelpOptions = true, subcommands = CompilerBench.class,
        description = "Builds the hypervisor, boots dom0 under a counting emulator, prints the figures. Counts are the same in every run.")
public final class Main implements Callable<Integer> {
    private static final int TARGET_MISSED = 4;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Gives up after this time (default: ${DEFAULT-VALUE}).")
    private int timeout = 900;

    @Option(names = "--verbose", description = "Shows the console of the measured machine.")
    private boolean verbose;

    public static void main(String[] arguments) {
        System.exit(CommandErrors.reported(new CommandLine(new Main()), command -> "./peaberry bench --help").execute(arguments));
    }

    @Override
    public Integer call() {
        Project project = Project.current();
        Figures figures = new Figures();
        figures.build(new BuildMeasurement(project).run());
        figures.image(HypervisorElf.read(project.elf()));
        Progress.say("booting dom0 under the counting emulator (a minute or two)");
        figures.counts(new CountedBoot(project).run(Duration.ofSeconds(timeout), verbose));
        ExitMeasurement exits = new ExitMeasurement(project);
        figures.exits(exits.onQemu());
        measureOnBochs(exits, new CountedBochsBoot(project), figures);
        System.out.print(figures.table());
        return figures.allReached() ? 0 : TARGET_MISSED;
    }

    private void measureOnBochs(ExitMeasurement exits, CountedBochsBoot boot, Figures figures) {
        Duration limit = Duration.ofSeconds(timeout);
        Progress.say("booting dom0 in Bochs on AMD-V and on VT-x, stopped at each exit (a few minutes)");
        BootCounts amd = boot.run(BochsModel.AMD_RYZEN, limit, verbose);
        BootCounts intel = boot.run(BochsModel.INTEL_HASWELL, limit, verbose);
        figures.begin("Bochs, haswell: VT-x with virtual-interrupt delivery");
        figures.exits(exits.onBochs(BochsModel.INTEL_HASWELL));
        figures.bochsBoot(intel, amd);
        figures.begin("Bochs, sandy_bridge: VT-x");
        figures.exits(exits.onBochs(BochsModel.INTEL_SANDY_BRIDGE));
        figures.begin("Bochs, ryzen: AMD-V");
        figures.exits(exits.onBochs(BochsModel.AMD_RYZEN));
        figures.bochsBoot(amd);
    }
}
