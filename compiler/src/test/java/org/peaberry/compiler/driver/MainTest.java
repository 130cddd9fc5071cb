/** The command line of peaberryc. */
package org.peaberry.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder;

    private int compile(String... more) {
        String[] arguments = {"--target", "linux", "--classpath", folder.toString(), "--main", "Main", "-o", folder.resolve("out").toString()};
        String[] all = java.util.stream.Stream.of(arguments, more).flatMap(java.util.Arrays::stream).toArray(String[]::new);
        return Main.run(all);
    }

    @Test
    void imageAndMapAreWritten() throws Exception {
        JavaProgram.ofMain(folder, "System.exit(3);");
        assertEquals(0, compile("--map", folder.resolve("my.map").toString(), "--size-report", "--time", "--verify"));
        assertTrue(Files.isExecutable(folder.resolve("out")));
        // The program's main is inlined into the start-up code.
        assertTrue(Files.readString(folder.resolve("my.map")).contains(" linux_start\n"));
    }

    @Test
    void programErrorExitsWithOneAndWritesNothing() {
        JavaProgram.ofMain(folder, "synchronized (Main.class) { }");
        assertEquals(1, compile());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertEquals(2, Main.run("--target", "linux"));
        assertEquals(2, Main.run("--nonsense"));
        assertEquals(2, Main.run("--target", "windows", "--classpath", ".", "--main", "Main", "-o", "x"));
    }

    @Test
    void helpAndVersionExitWithZero() {
        assertEquals(0, Main.run("--help"));
        assertEquals(0, Main.run("--version"));
    }

    @Test
    void missingMainClassIsAProgramError() {
        assertEquals(1, compile());
    }

    @Test
    void missingObjectFileIsNamed() {
        JavaProgram.ofMain(folder, "System.exit(3);");
        assertEquals(2, compile("--object", folder.resolve("none.o").toString()));
    }
}
