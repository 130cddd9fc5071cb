/** Runs the conformance guest's area of exit costs as dom0 on machines whose time-stamp counter counts instructions. */
package org.peaberry.bench.exits;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.HypervisorBuilder;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BochsLauncher;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.QemuCommand;
import org.peaberry.boot.machine.RunFolder;
import org.peaberry.conformance.GuestImage;

public final class ExitMeasurement {
    private static final List<String> DETERMINISTIC = List.of("-seed", "1", "-rtc", "base=2024-01-01T00:00:00,clock=vm", "-icount", "shift=0,sleep=off");
    private static final String AREA = "area=exit-cost";
    private static final int BOCHS_MEMORY = 512;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path hypervisor;
    private final Path guest;

    public ExitMeasurement(Project project) {
        hypervisor = new HypervisorBuilder(project).build();
        guest = new GuestImage(project).build();
    }

    /** On QEMU's AMD-V. */
    public ExitCosts onQemu() {
        try (RunFolder folder = new RunFolder()) {
            BootFiles files = files(Machine.DEFAULT_MEMORY);
            List<String> command = new QemuCommand(Machine.standard().withOptions(DETERMINISTIC), folder.path()).boot(files, BootMethod.KERNEL);
            ByteArrayOutputStream console = new ByteArrayOutputStream();
            Ending ending = new MachineRun(folder.path(), InputStream.nullInputStream(), List.of(console)).run(command, LIMIT);
            return costs(ending, console);
        }
    }

    /** On Bochs, one instruction a tick.
     * @param processor a model of {@link org.peaberry.boot.machine.BochsModel} */
    public ExitCosts onBochs(String processor) {
        try (RunFolder folder = new RunFolder()) {
            BochsMachine machine = BochsMachine.standard(processor).withMemory(BOCHS_MEMORY);
            BochsLauncher launcher = BochsLauncher.boot(machine, files(BOCHS_MEMORY), BootMethod.GRUB, folder.path());
            ByteArrayOutputStream console = new ByteArrayOutputStream();
            Ending ending = new MachineRun(folder.path(), InputStream.nullInputStream(), List.of(console)).run(launcher, LIMIT);
            return costs(ending, console);
        }
    }

    private BootFiles files(int memory) {
        return new BootFiles(hypervisor, guest, null, BootFiles.defaultHypervisorOptions(memory), AREA);
    }

    private static ExitCosts costs(Ending ending, ByteArrayOutputStream console) {
        String text = console.toString(StandardCharsets.ISO_8859_1);
        if (ending != Ending.POWERED_OFF) {
            throw new BuildException("the conformance guest failed: " + ending.description() + ". Its console:\n" + text);
        }
        return new ExitCosts(text);
    }
}
