/** {@code peaberry run}: boots in QEMU or Bochs, with the serial console on this terminal. */
package org.peaberry.boot.command;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BochsLauncher;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.BochsModel;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Emulator;
import org.peaberry.boot.machine.EmulatorLauncher;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.QemuCommand;
import org.peaberry.boot.machine.QemuLauncher;
import org.peaberry.boot.machine.RawTerminal;
import org.peaberry.boot.machine.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "run", mixinStandardHelpOptions = true,
        description = "Builds, and boots in an emulator with the serial console on this terminal. Ctrl-A X ends the run, Ctrl-A Ctrl-A types a Ctrl-A.",
        footer = {"", "Exit status: 0 the machine powered itself off, 1 it reset itself or something failed, 2 wrong usage,",
            "3 the hypervisor panicked, 124 time limit, 130 ended with Ctrl-A X."})
public final class RunCommand implements Callable<Integer> {
    private static final int LEAST_MEMORY = 16;

    @Option(names = "--memory", paramLabel = "MB", description = "The machine's memory in MiB (default: ${DEFAULT-VALUE}).")
    private int memory = Machine.DEFAULT_MEMORY;

    @Option(names = "--cpus", paramLabel = "N", description = "The machine's processors (default: ${DEFAULT-VALUE}).")
    private int cpus = 1;

    @Option(names = "--cpu", paramLabel = "MODEL", description = "The processor's model: QEMU's words (default: " + Machine.AMD_V
            + "), or one of Bochs's models (default: " + BochsModel.INTEL_HASWELL + "; 'bochs --help cpu' lists them).")
    private String processor;

    @Option(names = "--kernel", paramLabel = "FILE", description = "dom0's kernel: vmlinuz or vmlinux (default: Debian's; unpacked beforehand unless GRUB boots).")
    private Path kernel;

    @Option(names = "--initrd", paramLabel = "FILE", description = "dom0's initial RAM disk (default: busybox).")
    private Path initrd;

    @Option(names = "--dom0-cmdline", paramLabel = "STR", description = "Added to dom0's command line: " + BootFiles.DEFAULT_KERNEL_OPTIONS
            + " (and in Bochs, " + BochsMachine.KERNEL_OPTIONS + ").")
    private String kernelOptions = "";

    @Option(names = "--cmdline", paramLabel = "STR", description = "Added to the hypervisor's command line: " + BootFiles.DEFAULT_HYPERVISOR_OPTIONS
            + " (less in a machine with less than 1024 MiB); a later value of an option wins.")
    private String hypervisorOptions = "";

    @Option(names = "--boot", paramLabel = "HOW", description = "kernel: QEMU loads the hypervisor; grub: GRUB does, from a CD, with Multiboot 2;"
            + " grub1: with Multiboot 1 (default: kernel).")
    private BootMethod method = BootMethod.KERNEL;

    @Option(names = "--emulator", paramLabel = "NAME", description = "qemu: AMD-V; bochs: Intel VT-x, or AMD-V with --cpu "
            + BochsModel.AMD_RYZEN + "; GRUB boots it from a CD (default: qemu).")
    private Emulator emulator = Emulator.QEMU;

    @Option(names = "--log", paramLabel = "FILE", description = "Where the serial console's output goes as well.")
    private Path log;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Ends the run after this time, with status 124.")
    private Integer timeout;

    @Option(names = "--gdb", description = "Waits for gdb at port 1234 before the first instruction.")
    private boolean debugger;

    @Spec
    private CommandSpec specification;

    @Override
    public Integer call() throws IOException {
        check();
        Project project = Project.current();
        BootFiles files = bootFiles(project);
        if (debugger) {
            Progress.say("waiting for: gdb " + project.elf() + ".debug -ex 'target remote :1234'");
        }
        Ending ending = boot(files);
        Progress.say(ending.description());
        return ending.status();
    }

    private void check() {
        require(memory >= LEAST_MEMORY, "--memory needs at least " + LEAST_MEMORY + " (MiB)");
        if (emulator == Emulator.BOCHS) {
            checkForBochs();
        }
        require(cpus >= 1, "--cpus needs at least 1");
        require(timeout == null || timeout > 0, "--timeout needs at least 1 (second)");
        require(kernel == null || Files.isReadable(kernel), "--kernel: there is no readable file " + kernel);
        require(initrd == null || Files.isReadable(initrd), "--initrd: there is no readable file " + initrd);
        require(log == null || log.toAbsolutePath().getParent().toFile().isDirectory(), "--log: there is no folder for " + log);
    }

    private void checkForBochs() {
        require(cpus == 1 && !debugger, "--emulator bochs knows neither --cpus nor --gdb");
        if (processor != null) {
            List<String> models = BochsModel.known();
            require(models.contains(processor), "--cpu: Bochs has no model " + processor + ", but " + String.join(", ", models));
        }
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(specification.commandLine(), message);
        }
    }

    private BootFiles bootFiles(Project project) {
        Products products = new Products(project);
        BootFiles standard = bootsStockKernel() ? products.stockBootFiles() : products.bootFiles();
        return new BootFiles(standard.hypervisor(),
                kernel == null ? standard.kernel() : kernel,
                initrd == null ? standard.initrd() : initrd,
                joined(BootFiles.defaultHypervisorOptions(memory), hypervisorOptions),
                joined(standardKernelOptions(standard), kernelOptions));
    }

    private String standardKernelOptions(BootFiles standard) {
        return joined(standard.kernelOptions(), emulator == Emulator.BOCHS ? BochsMachine.KERNEL_OPTIONS : "");
    }

    /** From a CD, the kernel's file is Debian's own. Where it need not be, and on the slower emulator, it is unpacked before. */
    private boolean bootsStockKernel() {
        return emulator == Emulator.QEMU && method != BootMethod.KERNEL;
    }

    private static String joined(String standard, String more) {
        return more.isBlank() ? standard : standard + " " + more.trim();
    }

    private Ending boot(BootFiles files) throws IOException {
        try (RunFolder folder = new RunFolder(); OutputStream logFile = openLog()) {
            EmulatorLauncher launcher = launcher(files, folder.path());
            Progress.say("starting the machine; Ctrl-A X ends it");
            List<OutputStream> screens = logFile == null ? List.of(System.out) : List.of(System.out, logFile);
            try (RawTerminal terminal = new RawTerminal()) {
                return new MachineRun(folder.path(), System.in, screens).run(launcher, timeout == null ? null : Duration.ofSeconds(timeout));
            }
        }
    }

    private EmulatorLauncher launcher(BootFiles files, Path folder) {
        if (emulator == Emulator.BOCHS) {
            String model = processor == null ? BochsModel.INTEL_HASWELL : processor;
            return BochsLauncher.boot(new BochsMachine(model, memory), files, method, folder);
        }
        Machine machine = new Machine(memory, cpus, processor == null ? Machine.AMD_V : processor, debugger, List.of());
        return new QemuLauncher(new QemuCommand(machine, folder).boot(files, method));
    }

    private OutputStream openLog() {
        try {
            return log == null ? null : new FileOutputStream(log.toFile());
        } catch (IOException e) {
            throw new BuildException("cannot write the log " + log, e);
        }
    }
}
