/** The hypervisor's own sources are what the grammar is for: every one parses, and hv-kernel keeps to the source rules. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypervisorSourcesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int FEWEST_FILES = 20;

    @ParameterizedTest
    @ValueSource(strings = {"runtime-baremetal", "arch-x86", "hv-kernel"})
    void everySourceFileParses(String module) throws IOException {
        List<Violation> violations = check(module).stream().filter(violation -> violation.rule() == Rule.SYNTAX).toList();
        assertEquals(List.of(), violations);
    }

    @Test
    void kernelKeepsToTheSourceRules() throws IOException {
        assertEquals(List.of(), check("hv-kernel"));
    }

    private static List<Violation> check(String module) throws IOException {
        try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            List<Path> files = sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(files.size() >= FEWEST_FILES, "only " + files.size() + " files");
            List<Violation> violations = new ArrayList<>();
            for (Path file : files) {
                violations.addAll(SourceFile.read(file).check());
            }
            return violations;
        }
    }
}
