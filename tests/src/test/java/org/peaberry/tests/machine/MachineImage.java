/** A bare-metal program of the tests: built by peaberryc, run by QEMU with instructions as time, so that every run is the same. */
package org.peaberry.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BochsLauncher;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.RunFolder;

final class MachineImage {
    private static final Project PROJECT = Project.current();
    private static final Path FOLDER = PROJECT.module("tests").resolve("target/machine");
    private static final List<String> QEMU = List.of("qemu-system-x86_64", "-machine", "q35", "-accel", "tcg", "-display", "none", "-nodefaults", "-no-reboot",
            "-serial", "stdio", "-device", "isa-debug-exit,iobase=0xf4,iosize=0x4", "-icount", "shift=0,sleep=off",
            "-rtc", "base=2024-02-29T12:00:00,clock=vm");
    private static final long LIMIT_SECONDS = 60;

    /** How a run ended, -1 for not at all, and what it wrote to its serial port. */
    record Run(int status, String console) {
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

    private final String name;
    private final Class<?> main;
    private final List<String> objects;
    private final List<String> options;

    /**
     * @param objects NASM sources of arch-x86, without their ending
     * @param options more of peaberryc's
     */
    MachineImage(String name, Class<?> main, List<String> objects, String... options) {
        this.name = name;
        this.main = main;
        this.objects = objects;
        this.options = List.of(options);
    }

    /** Builds the image. Static initializers may use the compiler's own assembler: they run on the build host. */
    void build() throws IOException {
        Files.createDirectories(FOLDER);
        String classPath = String.join(":", PROJECT.classes("runtime-baremetal").toString(), PROJECT.classes("arch-x86").toString(),
                PROJECT.module("tests").resolve("target/test-classes").toString(), PROJECT.classes("compiler").toString());
        List<String> command = new ArrayList<>(List.of(PROJECT.module("compiler").resolve("bin/peaberryc").toString(), "--target", "baremetal", "--verify",
                "--classpath", classPath, "--main", main.getName(), "-o", image().toString()));
        command.addAll(options);
        for (String object : objects) {
            command.addAll(List.of("--object", assemble(PROJECT.module("arch-x86").resolve("src/main/nasm"), object)));
        }
        HostCommand.of(command).run();
    }

    private static String assemble(Path folder, String source) throws IOException {
        String object = FOLDER.resolve(source + ".o").toString();
        HostCommand.of("nasm", "-f", "elf64", "-o", object, folder.resolve(source + ".asm").toString()).run();
        return object;
    }

    /** Runs it on Bochs until it ends itself; returns what it wrote.
     * @param processor one of {@link BochsModel} */
    String runOnBochs(String processor, int memory, Duration limit) {
        BootFiles files = new BootFiles(image(), null, null, "", "");
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (RunFolder folder = new RunFolder()) {
            BochsLauncher launcher = BochsLauncher.boot(BochsMachine.standard(processor).withMemory(memory), files, BootMethod.GRUB, folder.path());
            new MachineRun(folder.path(), InputStream.nullInputStream(), List.of(console)).run(launcher, limit);
        }
        return console.toString(StandardCharsets.ISO_8859_1);
    }

    private Path image() {
        return FOLDER.resolve(name + ".elf");
    }

    Run run(String processor, String memory, String commandLine) throws IOException, InterruptedException {
        Path console = Files.createTempFile(FOLDER, "console", ".txt");
        List<String> command = new ArrayList<>(QEMU);
        command.addAll(List.of("-cpu", processor, "-m", memory, "-kernel", image().toString(), "-append", commandLine));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Run(ended ? process.exitValue() : -1, Files.readString(console, StandardCharsets.ISO_8859_1));
    }
}
