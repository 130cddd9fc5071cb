/** arch-x86 on an emulated machine, compiled by peaberryc: boot, paging, ACPI, interrupts, traps, power. */
package org.peaberry.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("boot")
class MachineTest {
    private static final MachineImage IMAGE = new MachineImage("machine", MachineProgram.class, List.of("multiboot", "boot", "traps"),
            "--null-checks", "fault");
    private static final int POWERED_OFF = 0;
    private static final int TRAPPED = 2 * 3 + 1;
    private static final int UNCAUGHT = 2 * 2 + 1;

    @BeforeAll
    static void buildImage() throws IOException {
        IMAGE.build();
    }

    private static MachineImage.Run run(String commandLine) throws IOException, InterruptedException {
        return IMAGE.run("qemu64", "256M", commandLine);
    }

    @Test
    void theMachineComesUpAndTurnsItselfOff() throws IOException, InterruptedException {
        MachineImage.Run run = run("off").ends(POWERED_OFF).says("loader: qemu").says("local APIC: xAPIC").says("caught: NullPointerException");
        assertEquals(1, run.number("CPUs"));
        assertEquals(24, run.number("I/O APIC pins"));
        assertEquals(1, run.number("timer interrupts"));
        assertEquals(1_709_208_000L, run.number("seconds since 1970"), 2);
        assertTrue(run.number("ACPI tables") >= 4, run.console());
    }

    @Test
    void bothReferenceClocksAgreeAndTheTimerIsOnTime() throws IOException, InterruptedException {
        MachineImage.Run run = run("off");
        assertEquals(1_000_000_000L, run.number("TSC by ACPI timer"), 500_000);
        assertEquals(1_000_000_000L, run.number("TSC by 8254"), 500_000);
        assertEquals(10_000, run.number("microseconds to the interrupt"), 50);
    }

    @Test
    void memoryBeyondFourGigabytesAndAllProtectionsWork() throws IOException, InterruptedException {
        IMAGE.run("max", "6G", "off").ends(POWERED_OFF).says("timer interrupts: 1");
    }

    @Test
    void resettingEndsTheRun() throws IOException, InterruptedException {
        run("reset").ends(POWERED_OFF);
    }

    @Test
    void aWriteToAddressZeroIsReportedWithTheJavaStack() throws IOException, InterruptedException {
        run("null").ends(TRAPPED).says("page fault (#PF), write to 0000000000000008, which is not mapped (null)")
                .says("org.peaberry.tests.machine.MachineProgram.start(MachineProgram.java");
    }

    @Test
    void anAccessThroughNullIsAnExceptionFromTheFirstTablesOn() throws IOException, InterruptedException {
        MachineImage.Run run = run("off").ends(POWERED_OFF).says("zero in its own tables: unmapped");
        for (String tables : List.of("boot tables", "own tables", "interrupts on")) {
            assertEquals(NullAccesses.KINDS, run.number("null accesses caught, " + tables));
            assertEquals(NullAccesses.KINDS, run.number("of them with the flags as they were, " + tables));
        }
    }

    @Test
    void codeCannotBeWritten() throws IOException, InterruptedException {
        run("code").ends(TRAPPED).says("which forbids it");
    }

    @Test
    void aStackOverflowIsNamed() throws IOException, InterruptedException {
        run("overflow").ends(TRAPPED).says("double fault (#DF)").says("The stack has overflowed").says("MachineProgram.depth");
    }

    @Test
    void anUncaughtExceptionReachesThePlatform() throws IOException, InterruptedException {
        run("uncaught").ends(UNCAUGHT).says("java.lang.IllegalStateException: nobody catches this");
    }
}
