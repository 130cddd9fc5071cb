/** The command: its exit status, its formats, and docs/dialect.md, which it makes. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.verifier.cli.DialectPage;
import org.peaberry.verifier.cli.Main;
import org.peaberry.verifier.rules.Rules;

class CommandTest {
    @TempDir
    Path folder;
    private Path clean;
    private Path dirty;
    private String output;

    @BeforeEach
    void writeFiles() throws IOException {
        clean = Files.writeString(folder.resolve("Clean.java"), "final class Clean {\n}\n");
        dirty = Files.writeString(folder.resolve("Dirty.java"), "final class Dirty {\n    int[] a = {010};\n    int b[];\n}\n");
    }

    @Test
    void cleanFilesEndWithStatusZeroAndNoOutput() {
        assertEquals(0, run(clean.toString()));
        assertEquals("", output);
    }

    @Test
    void findingsEndWithStatusOneAndAreLinesThatEditorsJumpTo() {
        assertEquals(1, run(folder.toString()));
        assertTrue(output.startsWith(dirty + ":2:16: error: octal literal 010 [octal-literal]\n  why: "), output);
        assertTrue(output.contains("\n" + dirty + ":3:10: error: brackets after the name [array-brackets]\n"), output);
    }

    @Test
    void wrongUseEndsWithStatusTwo() {
        assertEquals(2, run());
        assertEquals(2, run(folder.resolve("Absent.java").toString()));
        assertEquals(2, run("--format", "xml", clean.toString()));
        assertEquals(2, run("--rules", "no-such-rule", clean.toString()));
        assertEquals(2, run("--explain", "no-such-rule"));
        assertEquals(2, run("--colour", clean.toString()));
        assertEquals(2, run("/dev/null"));
    }

    @Test
    void onlyTheChosenRulesAreChecked() {
        assertEquals(1, run("--rules", "array-brackets,monitor", dirty.toString()));
        assertTrue(!output.contains("octal") && output.contains("array-brackets"), output);
    }

    @Test
    void everyRuleIsExplainedWithReasonAndExamples() {
        Rules.all().forEach(rule -> {
            assertEquals(0, run("--explain", rule.id()));
            assertTrue(output.contains(rule.statement()) && output.contains("Why: " + rule.reason()) && output.contains("class"), output);
        });
        assertEquals(0, run("--explain", "all"));
        assertEquals(Rules.all().size(), output.lines().count());
    }

    @Test
    void jsonIsAListOfFindings() {
        assertEquals(1, run("--format", "json", dirty.toString()));
        Object findings = Json.parse(output);
        assertEquals(2, Json.size(findings));
        assertEquals("octal-literal", Json.at(findings, 0, "rule"));
        assertEquals(2L, Json.at(findings, 0, "line"));
        assertEquals(16L, Json.at(findings, 0, "column"));
        assertEquals(0, run("--format", "json", clean.toString()));
        assertEquals(0, Json.size(Json.parse(output)));
    }

    @Test
    void sarifIsWhatItsSchemaAsksFor() {
        assertEquals(1, run("--format", "sarif", dirty.toString()));
        SarifSchema.check(output);
        assertEquals(2, Json.size(Json.at(Json.parse(output), "runs", 0, "results")));
        assertEquals(0, run("--format", "sarif", clean.toString()));
        SarifSchema.check(output);
    }

    @Test
    void schemaOfSarifFindsWhatIsWrong() {
        run("--format", "sarif", dirty.toString());
        assertEquals(1, SarifSchema.problems(output.replace("\"2.1.0\"", "\"2.1\"")).size());
        assertEquals(1, SarifSchema.problems(output.replaceFirst("\"startLine\": *\\d+", "\"startLine\": 0")).size());
        assertEquals(1, SarifSchema.problems(output.replaceFirst("\"message\"", "\"massage\"")).stream().filter(problem -> problem.contains("required")).count());
    }

    @Test
    void pageOfTheDialectIsUpToDate() throws IOException {
        assertEquals(DialectPage.text(), Files.readString(Sources.ROOT.resolve("docs/dialect.md")), "run: verifier/bin/peaberry-verify --print-dialect > docs/dialect.md");
    }

    private int run(String... arguments) {
        PrintStream before = System.out;
        PrintStream errorsBefore = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            return Main.run(arguments);
        } finally {
            output = bytes.toString(StandardCharsets.UTF_8);
            System.setOut(before);
            System.setErr(errorsBefore);
        }
    }
}
