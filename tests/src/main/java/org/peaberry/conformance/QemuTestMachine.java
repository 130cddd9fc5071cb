/** QEMU's machine with AMD-V, or without the hypervisor. Time is counted in instructions, so that runs are alike. */
package org.peaberry.conformance;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Machine;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.QemuCommand;
import org.peaberry.boot.machine.RunFolder;

final class QemuTestMachine extends TestMachine {
    private static final List<String> COUNTED_TIME = List.of("-icount", "shift=0,sleep=off", "-rtc", "base=2024-01-01T00:00:00,clock=vm", "-seed", "1");

    private final boolean hasHypervisor;

    private QemuTestMachine(String name, boolean hasHypervisor) {
        super(name);
        this.hasHypervisor = hasHypervisor;
    }

    static TestMachine amdV() {
        return new QemuTestMachine("qemu-svm", true);
    }

    static TestMachine alone() {
        return new QemuTestMachine("qemu-alone", false);
    }

    @Override
    String run(Path hypervisor, Path guest, String options, Duration limit) {
        BootFiles files = hasHypervisor ? new BootFiles(hypervisor, guest, null, hypervisorOptions(), options) : new BootFiles(guest, null, null, options, "");
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (RunFolder folder = new RunFolder()) {
            Machine machine = Machine.standard().withMemory(memory()).withOptions(COUNTED_TIME);
            List<String> command = new QemuCommand(machine, folder.path()).boot(files, BootMethod.KERNEL);
            new MachineRun(folder.path(), InputStream.nullInputStream(), List.of(console)).run(command, limit);
        }
        return console.toString(StandardCharsets.ISO_8859_1);
    }
}
