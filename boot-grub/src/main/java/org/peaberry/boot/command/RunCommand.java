/** {@code peaberry run}: boots in QEMU or Bochs, with the serial console on this terminal. */
package org.peaberry.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

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
import org.peaberry.boot.machine.QemuCommand;
import org.peaberry.boot.machine.QemuLauncher;
import org.peaberry.boot.machine.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "run", mixinStandardHelpOptions = true,
        description = "Builds, and boots in an emulator with the serial console on this terminal. Ctrl-A X ends the run, Ctrl-A Ctrl-A types a Ctrl-A.",
        footer = {"", "Exit status: 0 the machine powered itself off, 1 it reset itself or something failed, 2 wrong usage,",
            "3 the hypervisor panicked, 124 time limit, 130 ended with Ctrl-A X."})
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions options;

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

    @Option(names = "--emulator", paramLabel = "NAME", description = "qemu: AMD-V; bochs: Intel VT-x, or AMD-V with --cpu "
            + BochsModel.AMD_RYZEN + "; GRUB boots it from a CD (default: qemu).")
    private Emulator emulator = Emulator.QEMU;

    @Spec
    private CommandSpec specification;

    @Override
    public Integer call() throws IOException {
        check();
        Project project = Project.current();
        BootFiles files = bootFiles(project);
        options.announceDebugger(project.elf());
        Ending ending = boot(files);
        Progress.say(ending.description());
        return ending.status();
    }

    private void check() {
        options.check(this::refuse);
        if (emulator == Emulator.BOCHS) {
            checkForBochs();
        }
        require(kernel == null || Files.isReadable(kernel), "--kernel: there is no readable file " + kernel);
        require(initrd == null || Files.isReadable(initrd), "--initrd: there is no readable file " + initrd);
    }

    private void checkForBochs() {
        require(options.cpus() == 1 && !options.isDebugged(), "--emulator bochs knows neither --cpus nor --gdb");
        if (processor != null) {
            List<String> models = BochsModel.known();
            require(models.contains(processor), "--cpu: Bochs has no model " + processor + ", but " + String.join(", ", models));
        }
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            refuse(message);
        }
    }

    private void refuse(String message) {
        throw new ParameterException(specification.commandLine(), message);
    }

    private BootFiles bootFiles(Project project) {
        Products products = new Products(project);
        BootFiles standard = bootsStockKernel() ? products.stockBootFiles() : products.bootFiles();
        return new BootFiles(standard.hypervisor(),
                kernel == null ? standard.kernel() : kernel,
                initrd == null ? standard.initrd() : initrd,
                joined(BootFiles.defaultHypervisorOptions(options.memory()), hypervisorOptions),
                joined(standardKernelOptions(standard), kernelOptions));
    }

    private String standardKernelOptions(BootFiles standard) {
        return joined(standard.kernelOptions(), emulator == Emulator.BOCHS ? BochsMachine.KERNEL_OPTIONS : "");
    }

    /** From a CD, the kernel's file is Debian's own. Where it need not be, and on the slower emulator, it is unpacked before. */
    private boolean bootsStockKernel() {
        return emulator == Emulator.QEMU && options.method() != BootMethod.KERNEL;
    }

    private static String joined(String standard, String more) {
        return more.isBlank() ? standard : standard + " " + more.trim();
    }

    private Ending boot(BootFiles files) throws IOException {
        try (RunFolder folder = new RunFolder()) {
            EmulatorLauncher launcher = launcher(files, folder.path());
            Progress.say("starting the machine; Ctrl-A X ends it");
            return options.run(launcher, folder.path());
        }
    }

    private EmulatorLauncher launcher(BootFiles files, Path folder) {
        if (emulator == Emulator.BOCHS) {
            String model = processor == null ? BochsModel.INTEL_HASWELL : processor;
            return BochsLauncher.boot(new BochsMachine(model, options.memory()), files, options.method(), folder);
        }
        Machine machine = options.machine(processor == null ? Machine.AMD_V : processor);
        return new QemuLauncher(new QemuCommand(machine, folder).boot(files, options.method()));
    }
}
