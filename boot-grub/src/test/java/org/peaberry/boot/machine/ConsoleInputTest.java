/** Ctrl-A as an escape, and nothing else changed on the way to the machine. */
package org.peaberry.boot.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class ConsoleInputTest {
    private final ByteArrayOutputStream serial = new ByteArrayOutputStream();

    @Test
    void textPassesUnchanged() {
        assertFalse(type("uname -a\n\u0003\u007f").endWanted());
        assertEquals("uname -a\n\u0003\u007f", passed());
    }

    @Test
    void escapeAndXEndTheRun() {
        assertTrue(type("ls\u0001x").endWanted());
        assertEquals("ls", passed());
    }

    @Test
    void doubledEscapeIsOneKey() {
        assertFalse(type("\u0001\u0001x").endWanted());
        assertEquals("\u0001x", passed());
    }

    @Test
    void escapeAndAnotherKeyAreDropped() {
        assertFalse(type("a\u0001bc").endWanted());
        assertEquals("ac", passed());
    }

    private ConsoleInput type(String text) {
        ConsoleInput input = new ConsoleInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), serial);
        input.run();
        return input;
    }

    private String passed() {
        return serial.toString(StandardCharsets.ISO_8859_1);
    }
}
