/** arch-x86 on an emulated machine, compiled by peaberryc: boot, paging, ACPI, interrupts, traps, power. */
package org.peaberry.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Project;

@Tag("boot")
class MachineTest {
    private static final Project PROJECT = Project.current();
    private static final Path FOLDER = PROJECT.module("tests").resolve("target/machine");
    private static final Path IMAGE = FOLDER.resolve("machine.elf");
    private static final List<String> OBJECTS = List.of("multiboot", "boot", "traps");
    /** Instructions are time, so that every run is the same: the time-stamp counter runs at 1 GHz. */
    private static final List<String> QEMU = List.of("qemu-system-x86_64", "-machine", "q35", "-accel", "tcg", "-display", "none", "-nodefaults", "-no-reboot",
            "-serial", "stdio", "-device", "isa-debug-exit,iobase=0xf4,iosize=0x4", "-icount", "shift=0,sleep=off",
            "-rtc", "base=2024-02-29T12:00:00,clock=vm", "-kernel", IMAGE.toString());
    private static final long LIMIT_SECONDS = 60;
    private static final int POWERED_OFF = 0;
    private static final int TRAPPED = 2 * 3 + 1;
    private static final int UNCAUGHT = 2 * 2 + 1;

    private record Run(int status, String console) {
        long number(String name) {
            Matcher matcher = Pattern.compile("(?m)^" + Pattern.quote(name) + ": (\\d+)$").matcher(console);
            assertTrue(matcher.find(), "no '" + name + "' in:\n" + console);
            return Long.parseLong(matcher.group(1));
        }

        Run ends(int expected) {
            assertEquals(expected, status, console);
            return this;
        }

        Run says(String text) {
            assertTrue(console.contains(text), "no '" + text + "' in:\n" + console);
            return this;
        }
    }

    @BeforeAll
    static void buildImage() throws IOException {
        Files.createDirectories(FOLDER);
        String classPath = String.join(":", PROJECT.classes("runtime-baremetal").toString(), PROJECT.classes("arch-x86").toString(),
                PROJECT.module("tests").resolve("target/test-classes").toString());
        List<String> command = new ArrayList<>(List.of(PROJECT.module("compiler").resolve("bin/peaberryc").toString(), "--target", "baremetal",
                "--classpath", classPath, "--main", MachineProgram.class.getName(), "-o", IMAGE.toString()));
        for (String name : OBJECTS) {
            Path object = FOLDER.resolve(name + ".o");
            Path source = PROJECT.module("arch-x86").resolve("src/main/nasm").resolve(name + ".asm");
            HostCommand.of("nasm", "-f", "elf64", "-o", object.toString(), source.toString()).run();
            command.addAll(List.of("--object", object.toString()));
        }
        HostCommand.of(command).run();
    }

    private static Run run(String processor, String memory, String commandLine) throws IOException, InterruptedException {
        Path console = Files.createTempFile(FOLDER, "console", ".txt");
        List<String> command = new ArrayList<>(QEMU);
        command.addAll(List.of("-cpu", processor, "-m", memory, "-append", commandLine));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Run(ended ? process.exitValue() : -1, Files.readString(console, StandardCharsets.ISO_8859_1));
    }

    private static Run run(String commandLine) throws IOException, InterruptedException {
        return run("qemu64", "256M", commandLine);
    }

    @Test
    void theMachineComesUpAndTurnsItselfOff() throws IOException, InterruptedException {
        Run run = run("off").ends(POWERED_OFF).says("loader: qemu").says("local APIC: xAPIC").says("caught: NullPointerException");
        assertEquals(1, run.number("CPUs"));
        assertEquals(24, run.number("I/O APIC pins"));
        assertEquals(1, run.number("timer interrupts"));
        assertEquals(1_709_208_000L, run.number("seconds since 1970"), 2);
        assertTrue(run.number("ACPI tables") >= 4, run.console());
    }

    @Test
    void bothReferenceClocksAgreeAndTheTimerIsOnTime() throws IOException, InterruptedException {
        Run run = run("off");
        assertEquals(1_000_000_000L, run.number("TSC by ACPI timer"), 500_000);
        assertEquals(1_000_000_000L, run.number("TSC by 8254"), 500_000);
        assertEquals(10_000, run.number("microseconds to the interrupt"), 50);
    }

    @Test
    void memoryBeyondFourGigabytesAndAllProtectionsWork() throws IOException, InterruptedException {
        run("max", "6G", "off").ends(POWERED_OFF).says("timer interrupts: 1");
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
