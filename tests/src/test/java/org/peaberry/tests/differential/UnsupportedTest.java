/** What is outside of the dialect is an error with file, line and call chain; never wrong code, never an image. */
package org.peaberry.tests.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** In the programs, {@code //! error text} marks the line that is refused, and a part of the message. */
class UnsupportedTest {
    private static final String MARK = "//! error ";
    private static final int PROGRAM_ERROR = 1;

    @TestFactory
    Stream<DynamicTest> constructsOutsideOfTheDialectAreErrorsWithTheirPlace() {
        Programs programs = Programs.compile("unsupported");
        return programs.all().stream().map(program -> dynamicTest(program.name(), program.source().toUri(),
                () -> assertRefused(program, Peaberryc.compile(programs.classes(), program.name()))));
    }

    private static void assertRefused(Program program, Peaberryc result) throws IOException {
        String messages = result.messages();
        assertEquals(PROGRAM_ERROR, result.status(), messages);
        assertFalse(Files.exists(result.image()), "an image was written");
        List<String> source = Files.readAllLines(program.source());
        int line = 0;
        while (!source.get(line).contains(MARK)) {
            line++;
        }
        String text = source.get(line).substring(source.get(line).indexOf(MARK) + MARK.length());
        String place = program.source().getFileName() + ":" + (line + 1);
        assertTrue(messages.contains(place), place + " is not in:\n" + messages);
        assertTrue(messages.contains(": error: ") && messages.contains(text), "'" + text + "' is not in:\n" + messages);
        assertTrue(messages.contains("reached from " + program.name() + ".main ("), "no call chain in:\n" + messages);
    }
}
