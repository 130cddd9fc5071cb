/** A machine that runs the conformance guest and shows what it says. */
package org.peaberry.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

abstract class TestMachine {
    private static final int MEMORY = 512;
    private static final String HYPERVISOR_OPTIONS = "console=com1 com1=115200,8n1 dom0_mem=256M";

    private final String name;

    TestMachine(String name) {
        this.name = name;
    }

    /** The machines whose results must be what the manuals say: both backends, on two emulators. */
    static List<TestMachine> underTest() {
        return List.of(QemuTestMachine.amdV(), BochsTestMachine.vtx(), BochsTestMachine.amdV());
    }

    /** Every machine there is: also those without the hypervisor, which show what an emulator does by itself. */
    static List<TestMachine> all() {
        return List.of(QemuTestMachine.amdV(), BochsTestMachine.vtx(), BochsTestMachine.amdV(), BochsTestMachine.vtxWithoutVirtualApic(),
                QemuTestMachine.alone(), BochsTestMachine.intelAlone(), BochsTestMachine.amdAlone());
    }

    final String name() {
        return name;
    }

    /** In MiB. */
    static int memory() {
        return MEMORY;
    }

    static String hypervisorOptions() {
        return HYPERVISOR_OPTIONS;
    }

    /** Runs the guest to its end, or until the limit; returns the console's text.
     * @param hypervisor peaberry.elf
     * @param guest the guest's ELF file
     * @param options the guest's command line */
    abstract String run(Path hypervisor, Path guest, String options, Duration limit);
}
