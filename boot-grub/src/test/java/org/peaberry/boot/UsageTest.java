/** Wrong usage is answered with one line and status 2, before anything is built. */
package org.peaberry.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    private static final int WRONG_USAGE = 2;

    @ParameterizedTest
    @ValueSource(strings = {"run --memory x", "run --memory 1", "run --cpus 0", "run --boot floppy", "run --timeout 0", "run --kernel /nonexistent",
        "run --emulator bochs --cpus 2", "run --emulator bochs --gdb", "run --emulator bochs --cpu nosuchmodel", "run --initrd /nonexistent", "run --log /nonexistent/log", "run --nosuchoption", "run stray", "build stray", "build --report",
        "kernel", "kernel /nonexistent/Hello.java", "kernel --main Hello --memory 1", "kernel --main Hello --timeout 0", "nosuchcommand"})
    void wrongUsageIsOneLineAndStatusTwo(String line) {
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            assertEquals(WRONG_USAGE, Main.commandLine().execute(line.split(" ")));
        } finally {
            System.setErr(before);
        }
        String message = errors.toString(StandardCharsets.UTF_8);
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith("peaberry: ") && message.contains("./peaberry"), message);
    }
}
