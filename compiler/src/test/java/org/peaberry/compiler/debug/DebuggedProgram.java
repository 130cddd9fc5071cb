/** The sample program of the debugger tests, compiled, and the tools that look at it. */
package org.peaberry.compiler.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

import org.peaberry.compiler.driver.Main;
import org.peaberry.runtime.annotation.NoInline;

final class DebuggedProgram {
    private static final String SOURCE = "Main.java";
    private static final String TIME_LIMIT = "60";

    private final Path folder;

    private DebuggedProgram(Path folder) {
        this.folder = folder;
    }

    /** Compiles it to {@code program} in a folder. */
    static DebuggedProgram in(Path folder) throws IOException {
        try (InputStream source = DebuggedProgram.class.getResourceAsStream("/debug/" + SOURCE)) {
            Files.write(folder.resolve(SOURCE), source.readAllBytes());
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "-cp", runtime(), "-d", folder.toString(), folder.resolve(SOURCE).toString()));
        assertEquals(0, Main.run("--target", "linux", "--verify", "--classpath", folder.toString(), "--main", "Main", "-o",
                folder.resolve("program").toString()));
        return new DebuggedProgram(folder);
    }

    private static String runtime() {
        return NoInline.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(folder.resolve("program"));
    }

    /** What gdb prints when it is given commands; it may not complain. */
    String gdb(String... commands) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("gdb", "-nx", "-q", "-batch", "-ex", "set width 0", "-ex", "set debuginfod enabled off"));
        for (String each : commands) {
            command.addAll(List.of("-ex", each));
        }
        command.add("program");
        return silent(command);
    }

    /** What a tool prints to its standard output about the program; it may print nothing to its standard error. */
    String inspect(String... tool) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool));
        command.add("program");
        return silent(command);
    }

    private String silent(List<String> command) throws IOException, InterruptedException {
        List<String> limited = new ArrayList<>(List.of("timeout", TIME_LIMIT));
        limited.addAll(command);
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(limited).directory(folder.toFile()).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        assertEquals("", Files.readString(errors), () -> String.join(" ", command));
        return output;
    }
}
