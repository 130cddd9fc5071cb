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
    private static final Pattern UNDER_HYPERVISOR = Pattern.compile("Booting kernel on Xen PVH|Hypervisor detected: Xen HVM|" + Boot.INIT_REACHED);
    private static final Duration LIMIT = Duration.ofSeconds(600);
    private static final int POLL_MILLISECONDS = 500;
    private static final int MEMORY = 512;
    /** Room for the default dom0 of 512 MiB. */
    private static final int DOM0_MEMORY = 1024;

    @Test
    void aMachineWithoutVirtualizationSaysSo() throws InterruptedException {
        reaches(BochsMachine.INTEL_PRESCOTT, MEMORY, NO_AMD_V);
    }

    @Test
    void anIntelMachineStartsLinuxUnderTheHypervisor() throws InterruptedException {
        reaches(BochsMachine.INTEL_HASWELL, DOM0_MEMORY, UNDER_HYPERVISOR);
    }

    @Test
    void anAmdMachineStartsLinuxUnderTheHypervisor() throws InterruptedException {
        reaches(BochsMachine.AMD_RYZEN, DOM0_MEMORY, UNDER_HYPERVISOR);
    }

    private static void reaches(String processor, int memory, Pattern line) throws InterruptedException {
        try (RunFolder folder = new RunFolder();
                BochsMachine machine = new BochsMachine(folder.path(), Boot.iso(), processor, memory)) {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!line.matcher(machine.console()).find() && machine.isRunning() && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MILLISECONDS);
            }
            assertTrue(line.matcher(machine.console()).find(), () -> "no such line in:\n" + machine.console() + "\n" + machine.log());
        }
    }
}
