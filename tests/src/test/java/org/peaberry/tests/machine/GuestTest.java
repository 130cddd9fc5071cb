/** The virtualization backend on an emulated machine: every kind of exit, injected events, the cost of an exit. */
package org.peaberry.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("boot")
class GuestTest {
    private static final MachineImage IMAGE = new MachineImage("guest", GuestProgram.class, List.of("multiboot", "boot", "traps", "svm", "vmx"));
    private static final String AMD = "qemu64,+svm,+npt";
    private static final int ENDED = 1;
    private static final int REFUSED = 3;
    static final int ROUNDS = 100;
    /** A target of the exit path is 250; the guest's loop has three or four instructions more, and this program's handlers some. */
    private static final long MOST_TICKS = 340;

    @BeforeAll
    static void buildImage() throws IOException {
        IMAGE.build();
    }

    @Test
    void everyExitComesInItsPlaceWithItsDetails() throws IOException, InterruptedException {
        MachineImage.Run run = IMAGE.run(AMD, "256M", "").ends(ENDED);
        assertEquals(List.of("backend: AMD-V", "exit: CPUID", "exit: CPUID", "exit: PORT_IO", "out: a byte", "port: 233", "exit: PORT_IO", "in: more bytes", "port: 113",
                "exit: MSR_WRITE", "written: 21474836487",
                "exit: NESTED_PAGE_FAULT", "read at: 4273995776", "exit: NESTED_PAGE_FAULT", "write at: 4273995792", "value: 4660",
                "exit: NESTED_PAGE_FAULT", "read at: 4273995808", "write at: 4273995808", "value: 51", "exit: HYPERCALL", "report: 4656",
                "exit: MSR_READ", "exit: HYPERCALL", "handler: 26214",
                "exit: HYPERCALL", "exit: INTERRUPT_WINDOW", "exit: HYPERCALL", "handler: 12336", "exit: HLT",
                "exit: HYPERCALL", "exit: HYPERCALL", "handler: 8738", "exit: NMI_WINDOW", "exit: CPUID", "exit: HYPERCALL", "handler: 4369",
                "exit: HYPERCALL"), lines(run, false).subList(0, 38), run.console());
        assertEquals(List.of("exit: CPUID", "exit: HYPERCALL", "report: 102", "exit: HYPERCALL", "host: timer interrupt", "exit: EXTERNAL_INTERRUPT",
                "exit: SHUTDOWN"), lines(run, false).subList(38, 45), run.console());
    }

    @Test
    void aProcessorWithMoreFeaturesRunsTheSameGuest() throws IOException, InterruptedException {
        assertEquals(lines(IMAGE.run(AMD, "256M", ""), false), lines(IMAGE.run("max", "256M", "").ends(ENDED), false));
    }

    @Test
    void anExitCostsFewInstructions() throws IOException, InterruptedException {
        List<String> ticks = lines(IMAGE.run(AMD, "256M", ""), true);
        assertEquals(3, ticks.size());
        for (String line : ticks) {
            long each = Long.parseLong(line.substring("ticks: ".length())) / ROUNDS;
            assertTrue(each <= MOST_TICKS, ticks.toString());
        }
    }

    @Test
    void aProcessorWithoutAmdVIsRefusedWithAdvice() throws IOException, InterruptedException {
        IMAGE.run("qemu64,-svm", "256M", "").ends(REFUSED).says("refused: no AMD-V: the processor does not report SVM");
    }

    @Test
    void aProcessorWithoutNestedPagingIsRefusedWithAdvice() throws IOException, InterruptedException {
        IMAGE.run("qemu64,+svm,-npt", "256M", "").ends(REFUSED).says("refused: no AMD-V: nested paging is missing");
    }

    private static List<String> lines(MachineImage.Run run, boolean areTicks) {
        List<String> chosen = new ArrayList<>();
        for (String line : run.console().lines().toList()) {
            if (line.startsWith("ticks: ") == areTicks) {
                chosen.add(line.strip());
            }
        }
        return chosen;
    }
}
