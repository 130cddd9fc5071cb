/** The hypervisor's own sources are what the grammar is for: every one parses and keeps every rule, quickly. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.verifier.engine.Verifier;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rules.Rules;

class HypervisorSourcesTest {
    private static final int FEWEST_FILES = 400;

    @Test
    void everyFileOfTheKernelModulesKeepsEveryRule() throws IOException {
        int files = 0;
        for (Path folder : Sources.KERNEL) {
            files += Sources.files(folder).size();
        }
        assertTrue(files >= FEWEST_FILES, "only " + files + " files");
        List<Finding> findings = new Verifier(Rules.all()).verify(Sources.KERNEL, List.of());
        assertEquals("", String.join("\n", findings.stream().map(Finding::text).toList()));
    }
}
