/** Options of the emulated machine that boots an image. */
package org.peaberry.boot.command;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.EmulatorLauncher;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.RawTerminal;

import picocli.CommandLine.Option;

final class MachineOptions {
    private static final int LEAST_MEMORY = 16;

    @Option(names = "--memory", paramLabel = "MB", description = "The machine's memory in MiB (default: ${DEFAULT-VALUE}).")
    private int memory = Machine.DEFAULT_MEMORY;

    @Option(names = "--cpus", paramLabel = "N", description = "The machine's processors (default: ${DEFAULT-VALUE}).")
    private int cpus = 1;

    @Option(names = "--boot", paramLabel = "HOW", description = "kernel: QEMU loads the image; grub: GRUB does, from a CD, with Multiboot 2;"
            + " grub1: with Multiboot 1 (default: kernel).")
    private BootMethod method = BootMethod.KERNEL;

    @Option(names = "--log", paramLabel = "FILE", description = "Where the serial console's output goes as well.")
    private Path log;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Ends the run after this time, with status 124.")
    private Integer timeout;

    @Option(names = "--gdb", arity = "0..1", fallbackValue = "1234", paramLabel = "PORT",
            description = "Waits for gdb at a port, 1234 by default, before the first instruction.")
    private int debuggerPort = Machine.NO_DEBUGGER;

    /** @param wrong what is done with the message about an option that makes no sense */
    void check(Consumer<String> wrong) {
        require(memory >= LEAST_MEMORY, "--memory needs at least " + LEAST_MEMORY + " (MiB)", wrong);
        require(cpus >= 1, "--cpus needs at least 1", wrong);
        require(timeout == null || timeout > 0, "--timeout needs at least 1 (second)", wrong);
        require(log == null || log.toAbsolutePath().getParent().toFile().isDirectory(), "--log: there is no folder for " + log, wrong);
    }

    private static void require(boolean condition, String message, Consumer<String> wrong) {
        if (!condition) {
            wrong.accept(message);
        }
    }

    int memory() {
        return memory;
    }

    int cpus() {
        return cpus;
    }

    BootMethod method() {
        return method;
    }

    boolean isDebugged() {
        return debuggerPort != Machine.NO_DEBUGGER;
    }

    /** Says how to attach a debugger, if one is waited for. */
    void announceDebugger(Path image) {
        if (isDebugged()) {
            Progress.say("waiting for: gdb " + image + ".debug -ex 'target remote :" + debuggerPort + "'");
        }
    }

    /** @param processor in QEMU's words */
    Machine machine(String processor) {
        return new Machine(memory, cpus, processor, debuggerPort, List.of());
    }

    /** Runs the machine on this terminal. */
    Ending run(EmulatorLauncher launcher, Path folder) throws IOException {
        try (OutputStream logFile = openLog(); RawTerminal terminal = new RawTerminal()) {
            List<OutputStream> screens = logFile == null ? List.of(System.out) : List.of(System.out, logFile);
            return new MachineRun(folder, System.in, screens).run(launcher, timeout == null ? null : Duration.ofSeconds(timeout));
        }
    }

    private OutputStream openLog() {
        try {
            return log == null ? null : new FileOutputStream(log.toFile());
        } catch (IOException e) {
            throw new BuildException("cannot write the log " + log, e);
        }
    }
}
