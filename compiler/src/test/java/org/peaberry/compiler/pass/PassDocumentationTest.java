/** The table of passes in the documentation has every pass that runs, and no other. */
package org.peaberry.compiler.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class PassDocumentationTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    @Test
    void everyPassHasARowInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/ir.md"));
        String passes = page.substring(page.indexOf("## Passes"), page.indexOf("## Tests"));
        Set<String> documented = ROW.matcher(passes).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(GoldenPasses.namesInUse(), documented);
    }
}
