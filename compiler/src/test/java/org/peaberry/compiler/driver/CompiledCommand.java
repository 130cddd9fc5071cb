/** A program compiled by the command peaberryc, options and messages included. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * @param program  the ELF file
 * @param messages what peaberryc wrote to standard error
 */
record CompiledCommand(Path program, String messages) {
    private static final String TIME_LIMIT = "20";

    /** Compiles class Main of a folder of class files. */
    static CompiledCommand compile(Path folder, String... options) {
        Path program = folder.resolve("program");
        List<String> words = new ArrayList<>(List.of("--target", "linux", "--verify", "--classpath", folder.toString(), "--main", "Main", "-o", program.toString()));
        words.addAll(List.of(options));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        PrintStream saved = System.err;
        System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
        int status;
        try {
            status = Main.run(words.toArray(String[]::new));
        } finally {
            System.setErr(saved);
        }
        CompiledCommand compiled = new CompiledCommand(program, messages.toString(StandardCharsets.UTF_8));
        assertEquals(0, status, compiled.messages);
        return compiled;
    }

    /** How a run ended and what it wrote. */
    record Run(int status, String output, String errors) {
        Run ends(int expected) {
            assertEquals(expected, status, output + errors);
            return this;
        }

        Run prints(String expected) {
            assertEquals(expected, output, errors);
            return this;
        }

        Run complains(String part) {
            assertTrue(errors.contains(part), "no '" + part + "' in:\n" + errors);
            return this;
        }
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        Path errors = program.resolveSibling("errors.txt");
        List<String> command = new ArrayList<>(List.of("timeout", TIME_LIMIT, program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output, Files.readString(errors));
    }
}
