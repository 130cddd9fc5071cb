/** Bochs's Intel and AMD machines, with the hypervisor or without it; GRUB boots both. */
package org.peaberry.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.iso.GrubIso;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.BochsRun;
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
        return new BochsTestMachine("bochs-vmx", BochsMachine.INTEL_HASWELL, true);
    }

    static TestMachine vtxWithoutVirtualApic() {
        return new BochsTestMachine("bochs-vmx-basic", BochsMachine.INTEL_SANDY_BRIDGE, true);
    }

    static TestMachine amdV() {
        return new BochsTestMachine("bochs-svm", BochsMachine.AMD_RYZEN, true);
    }

    static TestMachine intelAlone() {
        return new BochsTestMachine("bochs-intel-alone", BochsMachine.INTEL_HASWELL, false);
    }

    static TestMachine amdAlone() {
        return new BochsTestMachine("bochs-amd-alone", BochsMachine.AMD_RYZEN, false);
    }

    @Override
    String run(Path hypervisor, Path guest, String options, Duration limit) {
        BootFiles files = hasHypervisor ? new BootFiles(hypervisor, guest, null, hypervisorOptions(), options) : new BootFiles(guest, null, null, options, "");
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (RunFolder folder = new RunFolder()) {
            Path iso = folder.path().resolve("conformance.iso");
            new GrubIso(folder.path().resolve("iso")).write(files, false, iso);
            new BochsRun(folder.path(), List.of(console)).run(iso, processor, memory(), limit);
        } catch (IOException e) {
            throw new BuildException("Bochs's console cannot be read", e);
        }
        return console.toString(StandardCharsets.ISO_8859_1);
    }
}
