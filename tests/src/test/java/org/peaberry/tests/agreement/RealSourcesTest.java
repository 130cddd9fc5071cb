/** What the grammar and javac take of sources that people wrote, peaberryc compiles, or rejects with errors of its own. */
package org.peaberry.tests.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.peaberry.verifier.engine.Verifier;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;

/** What is rejected is left out, and the rest compiled again: as often as -Dpeaberry.agreement.rounds=100 says, or until nothing is. */
class RealSourcesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path OUTPUT = Path.of("target/agreement");
    private static final List<String> MODULES = List.of("runtime-baremetal", "arch-x86", "hv-kernel", "compiler", "verifier", "boot-grub", "tests");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package [\\w.]+;", Pattern.MULTILINE);
    private static final Verifier GRAMMAR = new Verifier(List.of());
    private static final int ROUNDS = Integer.getInteger("peaberry.agreement.rounds", 2);
    private static final int FEWEST_EXAMPLES = 80;

    @Test
    void examplesOfRulesAndPagesAreCompiledOrRejectedWithClearErrors() throws IOException {
        Map<String, String> taken = examples();
        Path classes = OUTPUT.resolve("examples");
        taken.entrySet().removeIf(example -> !GRAMMAR.verifyText(example.getKey(), example.getValue()).isEmpty());
        Set<String> refused = JavaSources.compile(taken, classes).keySet();
        while (!refused.isEmpty()) {
            taken.keySet().removeAll(refused);
            refused = JavaSources.compile(taken, classes).keySet();
        }
        assertTrue(taken.size() >= FEWEST_EXAMPLES, "only " + taken.size() + " examples came as far as peaberryc");
        assertCompiledOrRejected(List.of(classes), OUTPUT.resolve("callers-of-examples"));
    }

    @Test
    void theTreeItselfIsCompiledOrRejectedWithClearErrors() throws IOException {
        assertCompiledOrRejected(MODULES.stream().map(module -> ROOT.resolve(module).resolve("target/classes")).toList(), OUTPUT.resolve("callers-of-tree"));
    }

    private static void assertCompiledOrRejected(List<Path> folders, Path callers) throws IOException {
        Caller caller = new Caller(folders);
        String classPath = callers + ":" + folders.stream().map(Path::toString).collect(Collectors.joining(":")) + ":" + System.getProperty("java.class.path");
        for (int round = 0; round < ROUNDS; round++) {
            caller.write(callers);
            CompilerAnswer answer = CompilerAnswer.of(classPath, Caller.MAIN, "linux");
            assertTrue(answer.isClear(), () -> folders + ": status " + answer.status() + "\n" + answer.messages());
            if (answer.status() == 0) {
                Files.delete(answer.image());
                return;
            }
            if (!caller.leaveOut(answer.places())) {
                return;
            }
        }
    }

    /** By file; each in a package of its own. */
    private static Map<String, String> examples() throws IOException {
        Map<String, String> examples = new LinkedHashMap<>();
        for (Rule rule : Rules.all()) {
            add(examples, "Passing", rule.passing());
            add(examples, "Failing", rule.failing());
        }
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
                Matcher example = EXAMPLE.matcher(Files.readString(page));
                while (example.find()) {
                    add(examples, "Page", example.group(1));
                }
            }
        }
        return examples;
    }

    private static void add(Map<String, String> examples, String kind, String text) {
        String name = "example" + examples.size();
        examples.put(name + "/" + kind + examples.size() + ".java", "package " + name + ";" + PACKAGE.matcher(text).replaceFirst(""));
    }
}
