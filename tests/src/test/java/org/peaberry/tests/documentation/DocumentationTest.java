/** The pages of the documentation name nothing that is not there: files, classes, methods, tests, options, commands, each other. */
package org.peaberry.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peaberry.boot.host.Project;

class DocumentationTest {
    /** Made from the rules, whose examples are about other programs. */
    private static final Path GENERATED = Path.of("docs/dialect.md");
    /** What other programs have, and what a reader may have. */
    private static final Set<String> FOREIGN = Set.of("--dwarf", "--release", "--help", "InterruptAcknowledge", "start.asm");
    private static final Pattern SCRIPT_COMMAND = Pattern.compile("(?m)^  ([a-z]+)\\b.*");

    private final Path root = Project.current().root();

    @TestFactory
    Stream<DynamicTest> whatAPageNamesIsThere() throws IOException {
        SourceTree tree = new SourceTree();
        PageCheck.Names names = new PageCheck.Names(tree.options(), commands(), FOREIGN);
        return pages().map(page -> DynamicTest.dynamicTest(page, () -> assertEquals(List.of(), new PageCheck(tree, names, Document.read(page)).problems())));
    }

    private Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("docs"))) {
            List<String> all = files.map(root::relativize).filter(file -> !file.equals(GENERATED)).map(Path::toString).sorted().toList();
            return Stream.concat(Stream.of("README.md"), all.stream());
        }
    }

    private Set<String> commands() throws IOException {
        return SCRIPT_COMMAND.matcher(Files.readString(root.resolve("peaberry"))).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    @Test
    void everyPassHasARowInTheTable() throws IOException {
        String table = Files.readString(root.resolve("docs/ir.md"));
        try (Stream<Path> files = Files.walk(root.resolve("compiler/src/main/java/org/peaberry/compiler/pass"))) {
            for (Path file : (Iterable<Path>) files.filter(each -> each.toString().endsWith(".java"))::iterator) {
                String name = file.getFileName().toString().replace(".java", "");
                boolean isPass = Files.readString(file).contains("class " + name + " implements Pass ");
                assertTrue(!isPass || table.contains("\n| `" + name + "` |"), name + " has no row in docs/ir.md");
            }
        }
    }
}
