/** The same ISO image on a second emulator: Intel and AMD machines start dom0, one without virtualization says so. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.RunFolder;

@Tag("boot")
class BochsBootTest {
    private static final Pattern NO_AMD_V = Pattern.compile("(?m)^\\(peaberry\\)[^\\n]*(AMD-V|SVM)");
    /** Written by Linux before it has an interrupt: by the hypervisor's console hypercall. */
    private static final Pattern UNDER_HYPERVISOR = Pattern.compile("Hypervisor detected: Xen HVM|ACPI: PM-Timer IO Port");
    private static final Duration LIMIT = Duration.ofSeconds(600);
    private static final int POLL_MILLISECONDS = 500;
    private static final int MEMORY = 512;

    @Test
    void aMachineWithoutVirtualizationSaysSo() throws InterruptedException {
        reaches(BochsMachine.INTEL_PRESCOTT, NO_AMD_V);
    }

    @Test
    void anIntelMachineStartsLinuxUnderTheHypervisor() throws InterruptedException {
        reaches(BochsMachine.INTEL_HASWELL, UNDER_HYPERVISOR);
    }

    @Test
    void anAmdMachineStartsLinuxUnderTheHypervisor() throws InterruptedException {
        reaches(BochsMachine.AMD_RYZEN, UNDER_HYPERVISOR);
    }

    private static void reaches(String processor, Pattern line) throws InterruptedException {
        try (RunFolder folder = new RunFolder();
                BochsMachine machine = new BochsMachine(folder.path(), Boot.iso(), processor, MEMORY)) {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!line.matcher(machine.console()).find() && machine.isRunning() && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MILLISECONDS);
            }
            assertTrue(line.matcher(machine.console()).find(), () -> "no such line in:\n" + machine.console() + "\n" + machine.log());
        }
    }
}
