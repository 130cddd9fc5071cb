/** Boots dom0 under the emulator with deterministic timing and the counting plugin, and lets dom0 run the benchmarks. */
package org.peaberry.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.boot.command.Products;
import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Freshness;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.QemuCommand;
import org.peaberry.boot.machine.RunFolder;

final class CountedBoot {
    private static final String PROCESSOR = Machine.AMD_V + ",-rdrand,-rdseed";
    private static final List<String> DETERMINISTIC = List.of("-seed", "1", "-rtc", "base=2024-01-01T00:00:00,clock=vm", "-icount", "shift=0,sleep=off");
    private static final String KERNEL_OPTIONS = " nokaslr peaberry.bench=getppid,touch-pages,fork-wait";
    private static final long IMAGE_BASE = 0xFFFF82D080000000L;     // arch-x86/src/main/nasm/boot.asm
    private static final long IMAGE_SPACE = 1L << 30;

    private final Project project;

    CountedBoot(Project project) {
        this.project = project;
    }

    /** @param verbose whether the machine's console is shown */
    CountReport run(Duration limit, boolean verbose) {
        BootFiles files = new Products(project).bootFiles();
        BootFiles measured = new BootFiles(files.hypervisor(), files.kernel(), files.initrd(), files.hypervisorOptions(),
                files.kernelOptions() + KERNEL_OPTIONS);
        try (RunFolder folder = new RunFolder()) {
            Path report = folder.path().resolve("report");
            List<String> command = new QemuCommand(machine(report), folder.path()).boot(measured, BootMethod.KERNEL);
            OutputStream screen = verbose ? System.err : OutputStream.nullOutputStream();
            Ending ending = new MachineRun(folder.path(), InputStream.nullInputStream(), List.of(screen)).run(command, limit);
            if (ending != Ending.POWERED_OFF) {
                throw new BuildException("the measured run failed: " + ending.description() + ". See its console with ./peaberry bench --verbose");
            }
            return new CountReport(Files.readAllLines(report));
        } catch (IOException e) {
            throw new BuildException("cannot read the counts", e);
        }
    }

    private Machine machine(Path report) {
        List<String> options = new ArrayList<>(DETERMINISTIC);
        options.addAll(List.of("-plugin", plugin() + ",report=" + report + ",low=" + low() + ",high=" + range(IMAGE_BASE, IMAGE_BASE + IMAGE_SPACE)));
        return Machine.standard().withProcessor(PROCESSOR).withOptions(options);
    }

    private String low() {
        HypervisorElf elf = HypervisorElf.read(project.elf());
        return range(elf.start(), elf.end());
    }

    private static String range(long start, long end) {
        return Long.toHexString(start) + "-" + Long.toHexString(end);
    }

    private Path plugin() {
        Path source = project.module("tests").resolve("src/main/c/count.c");
        Path library = Project.folder(project.module("tests").resolve("target")).resolve("count.so");
        if (!Freshness.isFresh(library, List.of(source))) {
            HostCommand.of("gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-fvisibility=hidden",
                    "-o", library.toString(), source.toString()).run();
        }
        return library;
    }
}
