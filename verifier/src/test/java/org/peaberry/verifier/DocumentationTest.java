/** The documentation's examples are of the dialect's grammar: files, members or statements. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.source.SourceProblem;
import org.peaberry.verifier.tree.SourceFile;

class DocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = """
            package org.peaberry.kernel.memory;
            import org.peaberry.arch.paging.DirectMap;
            import org.peaberry.runtime.annotation.GuardedBy;
            import org.peaberry.runtime.annotation.LockRank;
            import org.peaberry.runtime.annotation.NoAllocation;
            import org.peaberry.runtime.lock.SpinLock;
            import org.peaberry.runtime.unboxed.GuestFrame;
            import static org.peaberry.kernel.abi.Errno.EINVAL;
            """;
    /** In docs/dialect.md the examples of these rules are wrong on purpose. */
    private static final String GENERATED = "\n## The rules\n";

    @TestFactory
    Stream<DynamicTest> everyExampleIsOfTheGrammar() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            int end = text.indexOf(GENERATED);
            Matcher example = EXAMPLE.matcher(end < 0 ? text : text.substring(0, end));
            while (example.find()) {
                String code = example.group(1).replace("…", "");
                tests.add(dynamicTest(page.getFileName() + ": " + code.lines().findFirst().orElse(""), () -> assertTrue(isOfTheGrammar(code), code)));
            }
        }
        assertTrue(!tests.isEmpty(), "no examples");
        return tests.stream();
    }

    @Test
    void firstExampleOfTheDialectKeepsEveryRule() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Sources.ROOT.resolve("docs/dialect.md")));
        assertTrue(example.find(), "no example");
        assertEquals(List.of(), Sources.findingsInKernel(IMPORTS + example.group(1)).stream().map(Finding::text).toList());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Sources.ROOT.resolve("docs"))) {
            return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static boolean isOfTheGrammar(String code) throws SourceProblem {
        for (String text : List.of(code, "class A {\n" + code + "\n}", "class A { void a() {\n" + code + "\n} }", split(code))) {
            if (SourceFile.parse("Example.java", text).errors().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** A type, and statements that use it. */
    private static String split(String code) {
        int end = code.lastIndexOf("\n}\n") + 2;
        return end < 2 ? code : code.substring(0, end) + "class A { void a() {\n" + code.substring(end) + "\n} }";
    }
}
