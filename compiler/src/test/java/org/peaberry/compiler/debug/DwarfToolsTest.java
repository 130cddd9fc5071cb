/** What the tools that read debug information say of ours. */
package org.peaberry.compiler.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DwarfToolsTest {
    @TempDir
    private static Path folder;
    private static DebuggedProgram program;

    @BeforeAll
    static void compile() throws Exception {
        program = DebuggedProgram.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "abbrev", "rawline", "decodedline", "frames", "frames-interp", "Ranges", "loc", "aranges", "str"})
    void readelfReadsItWithoutComplaint(String section) throws Exception {
        assertTrue(program.inspect("readelf", "--debug-dump=" + section).length() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "abbrev", "rawline", "decodedline", "frames", "Ranges", "loc", "aranges"})
    void objdumpReadsItWithoutComplaint(String section) throws Exception {
        assertTrue(program.inspect("objdump", "--dwarf=" + section).length() > 0);
    }

    @Test
    void disassemblyShowsTheLinesOfInlinedCode() throws Exception {
        String text = program.inspect("objdump", "--disassemble=Main.main([Ljava/lang/String;)V", "--line-numbers", "--inlines");
        assertTrue(text.contains("Main.java:56"), text);
    }

    @Test
    void sameProgramGivesTheSameBytesInAnotherFolder() throws Exception {
        Path other = Files.createDirectories(folder.resolve("another/place"));
        assertArrayEquals(program.bytes(), DebuggedProgram.in(other).bytes());
    }

    @Test
    void nothingOfItIsLoaded() throws Exception {
        String sections = program.inspect("readelf", "--wide", "--sections");
        long debug = sections.lines().filter(line -> line.contains(".debug_")).count();
        long notLoaded = sections.lines().filter(line -> line.matches(".* \\.debug_\\w+ +PROGBITS +0{16} \\w+ \\w+ 00 +0 +0 +8")).count();
        assertTrue(debug > 0 && debug == notLoaded, sections);
    }
}
