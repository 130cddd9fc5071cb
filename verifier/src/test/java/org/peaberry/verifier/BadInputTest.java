/** Files that are no programs: a message at a place, quickly, and never an exception. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peaberry.verifier.engine.Verifier;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rules.Rules;

class BadInputTest {
    private static final int LEVELS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "parentheses | ( | 1 | )",
        "blocks | { | ; | }",
        "arrays | a[ | 0 | ]",
        "casts | (int) | 1 | ``",
        "negations | ! | a | ``",
        "sums | 1 + | 1 | ``",
        "calls | f( | 1 | )",
        "members | a. | b() | ``",
        "choices | a ? b : | c | ``",
        "functions | x -> | 1 | ``",
        "conditions | if (a) b(); else | b(); | ``",
        "assignments | a = | 1 | ``",
        "annotations | @A(@A( | 1 | ))",
        "types | List< | A | >",
        "comments | /* | x | */",
    })
    void tenThousandLevelsEndWithAMessage(String what, String open, String middle, String close) throws IOException {
        String nested = open.repeat(LEVELS) + middle + (close == null ? "" : close.repeat(LEVELS));
        List<Finding> findings = check(("class A { void a() { x = " + nested + "; } }").getBytes(StandardCharsets.UTF_8));
        assertTrue(findings.stream().anyMatch(finding -> finding.rule() == Rules.SOURCE_TEXT || finding.rule() == Rules.SYNTAX), what + ": " + findings.size());
    }

    @Test
    void unicodeEscapesAreWholeAndNotOfAsciiCharacters() throws IOException {
        assertSource("four hexadecimal digits", "class A { /* \\u00 */ }".getBytes(StandardCharsets.UTF_8));
        assertSource("written as itself", "class A { String a = \"\\uu0022\"; }".getBytes(StandardCharsets.UTF_8));
        assertEquals(0, check("class A { /* \\\\u00 */ char a = '\\u00e4'; }".getBytes(StandardCharsets.UTF_8)).size());
    }

    @Test
    void aLineOfTenMegabytesIsTooLarge() throws IOException {
        assertSource("larger than", ("class A { String a = \"" + "x".repeat(10 << 20) + "\"; }").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void binaryFileIsNamedSo() throws IOException {
        byte[] bytes = new byte[4096];
        new Random(1).nextBytes(bytes);
        bytes[0] = 0;
        assertSource("the file is binary: byte 0 at offset 0", bytes);
        assertSource("binary", "class A {\n\u0001}".getBytes(StandardCharsets.UTF_8));
        assertSource("binary", "class A {\n\u0000}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void otherEncodingsAreNamedWithTheirPlace() throws IOException {
        byte[] latin = "// Gr\u00F6\u00DFe\nclass A { }".getBytes(StandardCharsets.ISO_8859_1);
        Finding finding = assertSource("not UTF-8: byte 0xf6 at offset 5", latin);
        assertEquals("1:6", finding.position().line() + ":" + finding.position().column());
        assertSource("UTF-16", "class A { }".getBytes(StandardCharsets.UTF_16));
        assertSource("byte order mark", "\uFEFFclass A { }".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unfinishedCommentIsReportedWhereItStarts() throws IOException {
        Finding finding = check("class A {\n  /* no end\n}\n".getBytes(StandardCharsets.UTF_8)).get(0);
        assertTrue(finding.text().contains(":2:3: error: comment without an end"), finding.text());
    }

    @Test
    void emptyFileIsFine() throws IOException {
        assertEquals(List.of(), check(new byte[0]));
    }

    private Finding assertSource(String message, byte[] bytes) throws IOException {
        List<Finding> findings = check(bytes);
        assertEquals(1, findings.size());
        assertEquals(Rules.SOURCE_TEXT, findings.get(0).rule());
        assertTrue(findings.get(0).message().contains(message), findings.get(0).message());
        return findings.get(0);
    }

    private List<Finding> check(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("A.java"), bytes);
        return assertTimeoutPreemptively(PATIENCE, () -> new Verifier(Rules.all()).verify(List.of(file), List.of()));
    }
}
