/** What peaberryc says of programs that leave the dialect: the whole text, beside the program. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file's first line is the target. With -Dpeaberry.bless=true what comes out is written as what is expected. */
class ErrorTextsTest {
    private static final Path FOLDER = Path.of("src/test/resources/errors");
    private static final String LINE = "----\n";

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void programGivesTheErrorsBelowTheLine(Path file) throws IOException {
        String text = Files.readString(file);
        String program = text.contains(LINE) ? text.substring(0, text.indexOf(LINE)) : text;
        String target = program.lines().findFirst().orElseThrow();
        JavaProgram.ofSource(folder, program.substring(target.length() + 1));
        String result = program + LINE + errors(target);
        if (Boolean.getBoolean("peaberry.bless")) {
            Files.writeString(file, result);
        }
        assertEquals(Files.readString(file), result, () -> file + ": mvn test -Dpeaberry.bless=true writes what came out");
    }

    private String errors(String target) {
        StringWriter errors = new StringWriter();
        int status = Main.run(new PrintWriter(errors, true), "--quiet", "--target", target, "--classpath", folder.toString(), "--main", "Main",
                "-o", folder.resolve("image").toString());
        assertEquals(1, status, errors.toString());
        return errors.toString().replace(folder.toString(), "FOLDER");
    }
}
