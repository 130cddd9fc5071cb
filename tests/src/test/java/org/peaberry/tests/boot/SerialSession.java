/** A running machine whose serial console a test reads and types on. */
package org.peaberry.tests.boot;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BochsLauncher;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.EmulatorLauncher;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.Machine;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.QemuCommand;
import org.peaberry.boot.machine.QemuLauncher;
import org.peaberry.boot.machine.RunFolder;

final class SerialSession implements AutoCloseable {
    private static final String END_KEYS = "\u0001x";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(60);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

    private final RunFolder folder = new RunFolder();
    private final Keyboard keyboard = new Keyboard();
    private final Transcript transcript = new Transcript();
    private final CompletableFuture<Ending> ending;
    private int commands;

    private SerialSession(LauncherSource source) {
        EmulatorLauncher launcher = source.in(folder.path());
        List<OutputStream> screens = List.of(transcript);
        ending = CompletableFuture.supplyAsync(() -> new MachineRun(folder.path(), keyboard, screens).run(launcher, LONGEST));
    }

    /** Boots the hypervisor. */
    static SerialSession boot(Machine machine, BootFiles files, BootMethod method) {
        return new SerialSession(folder -> new QemuLauncher(new QemuCommand(machine, folder).boot(files, method)));
    }

    /** Boots the hypervisor in Bochs, by GRUB. */
    static SerialSession boot(BochsMachine machine, BootFiles files, BootMethod method) {
        return new SerialSession(folder -> BochsLauncher.boot(machine, files, method, folder));
    }

    /** Boots Linux without a hypervisor. */
    static SerialSession bootLinux(Machine machine, Path kernel, Path initrd, String options) {
        return new SerialSession(folder -> new QemuLauncher(new QemuCommand(machine, folder).bootLinux(kernel, initrd, options)));
    }

    /** Waits for a text, behind all that was waited for before. */
    Found expect(String text, Duration limit) throws InterruptedException {
        return expect(Pattern.compile(Pattern.quote(text)), limit);
    }

    Found expect(Pattern pattern, Duration limit) throws InterruptedException {
        return transcript.expect(pattern, limit, ending::isDone);
    }

    /** Waits for the end of a line: what is typed is echoed, and does not end so. */
    Found expectLine(String end, Duration limit) throws InterruptedException {
        return expect(Pattern.compile(Pattern.quote(end) + "\r*\n"), limit);
    }

    void type(String line) {
        keyboard.type(line + "\n");
    }

    /** Runs a shell command; returns what it printed, lines separated by a newline alone. */
    String shell(String command) throws InterruptedException {
        int number = ++commands;
        type("echo begin-$((" + number + ")); " + command + "; echo end-$((" + number + "))");
        expectLine("begin-" + number, COMMAND_LIMIT);
        return expectLine("end-" + number, COMMAND_LIMIT).before().replace("\r", "");
    }

    /** Waits until the machine ends.
     * @throws AssertionError when it does not in time */
    Ending awaitEnd(Duration limit) throws InterruptedException {
        try {
            return ending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the machine still runs after " + limit.toSeconds() + " s. Its last lines:\n" + transcript.tail(), e);
        } catch (ExecutionException e) {
            throw new AssertionError("the machine could not be run", e.getCause());
        }
    }

    String console() {
        return transcript.all();
    }

    /** Ends the machine when it still runs. */
    @Override
    public void close() throws InterruptedException {
        keyboard.type(END_KEYS);
        try {
            awaitEnd(CLOSE_LIMIT);
        } finally {
            folder.close();
        }
    }

    /** Makes the emulator's start for a run's folder. */
    private interface LauncherSource {
        EmulatorLauncher in(Path folder);
    }
}
