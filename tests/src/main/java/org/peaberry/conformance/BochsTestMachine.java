/** Bochs's Intel and AMD machines, with the hypervisor or without it; GRUB boots both. */
package org.peaberry.conformance;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BochsLauncher;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.BochsModel;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.RunFolder;

final class BochsTestMachine extends TestMachine {
    private final String processor;
    private final boolean hasHypervisor;

    private BochsTestMachine(String name, String processor, boolean hasHypervisor) {
        super(name);
        this.processor = processor;
        this.hasHypervisor = hasHypervisor;
    }

    static TestMachine vtx() {
        return new BochsTestMachine("bochs-vmx", BochsModel.INTEL_HASWELL, true);
    }

    static TestMachine vtxWithoutVirtualApic() {
        return new BochsTestMachine("bochs-vmx-basic", BochsModel.INTEL_SANDY_BRIDGE, true);
    }

    static TestMachine amdV() {
        return new BochsTestMachine("bochs-svm", BochsModel.AMD_RYZEN, true);
    }

    static TestMachine intelAlone() {
        return new BochsTestMachine("bochs-intel-alone", BochsModel.INTEL_HASWELL, false);
    }

    static TestMachine amdAlone() {
        return new BochsTestMachine("bochs-amd-alone", BochsModel.AMD_RYZEN, false);
    }

    @Override
    String run(Path hypervisor, Path guest, String options, Duration limit) {
        BootFiles files = hasHypervisor ? new BootFiles(hypervisor, guest, null, hypervisorOptions(), options) : new BootFiles(guest, null, null, options, "");
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (RunFolder folder = new RunFolder()) {
            BochsMachine machine = BochsMachine.standard(processor).withMemory(memory());
            BochsLauncher launcher = BochsLauncher.boot(machine, files, BootMethod.GRUB, folder.path());
            new MachineRun(folder.path(), InputStream.nullInputStream(), List.of(console)).run(launcher, limit);
        }
        return console.toString(StandardCharsets.ISO_8859_1);
    }
}
