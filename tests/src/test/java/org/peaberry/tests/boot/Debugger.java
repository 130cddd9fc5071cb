/** gdb, attached to the emulator that a test boots the hypervisor in. */
package org.peaberry.tests.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.peaberry.boot.host.Project;

final class Debugger {
    /** Seconds; the boot to dom0's first hypercalls is part of it. */
    private static final String TIME_LIMIT = "200";
    /** Tenths of a second until the emulator listens. */
    private static final int SOCKET_LIMIT = 300;
    private static final int TENTH = 100;
    private static final List<String> MODULES = List.of("hv-kernel", "arch-x86", "runtime-baremetal");

    private final Path socket;

    /** @param folder where the socket is made by which gdb and the emulator meet */
    Debugger(Path folder) {
        socket = folder.resolve("gdb");
    }

    /** What the emulator needs to be told, so that it waits for gdb before its first instruction. */
    List<String> emulatorOptions() {
        return List.of("-gdb", "unix:" + socket + ",server=on,wait=off", "-S");
    }

    /** What gdb prints when it is given commands. */
    String run(String... commands) throws IOException, InterruptedException {
        Project project = Project.current();
        String sources = MODULES.stream().map(module -> project.module(module).resolve("src/main/java").toString())
                .collect(Collectors.joining(":"));
        List<String> command = new ArrayList<>(List.of("timeout", TIME_LIMIT, "gdb", "-nx", "-q", "-batch"));
        Stream<String> setup = Stream.of("set width 0", "set debuginfod enabled off", "directory " + sources, "target remote " + socket);
        Stream.of(setup, Stream.of(commands), Stream.of("detach")).flatMap(part -> part).forEach(each -> command.addAll(List.of("-ex", each)));
        command.add(project.elf() + ".debug");
        waitForSocket();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private void waitForSocket() throws InterruptedException {
        for (int tenths = 0; tenths < SOCKET_LIMIT && !Files.exists(socket); tenths++) {
            Thread.sleep(TENTH);
        }
    }
}
