/** The suite of failing examples gives exactly the findings that its comments say: {@code failing/RULE.txt}, a case after each {@code ////}. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;

class FailingSuiteTest {
    private static final int FEWEST_CASES = 120;
    private static final int FEWEST_OF_A_RULE = 3;
    private static final int FEWEST_LEAKS = 20;
    private static final String SEPARATOR = "//// ";

    /** @param text a whole file; without a package of its own it is in one of the kernel's */
    private record Case(String rule, String title, String text) {
    }

    @TestFactory
    Stream<DynamicTest> everyCaseGivesExactlyTheMarkedFindings() {
        return Rules.all().stream().flatMap(rule -> cases(rule).stream()).map(one -> dynamicTest(one.rule + ": " + one.title, () -> check(one)));
    }

    private static void check(Case one) {
        List<Finding> findings = Sources.findings(one.text);
        List<String> expected = Expectations.of(one.text, one.rule);
        assertFalse(expected.isEmpty(), "no line is marked");
        assertEquals(expected, Expectations.lines(findings), () -> String.join("\n", findings.stream().map(Finding::text).toList()));
    }

    @Test
    void everyRuleHasThreeCasesAndThereAre120() {
        int all = 0;
        for (Rule rule : Rules.all()) {
            int count = cases(rule).size();
            assertTrue(count >= FEWEST_OF_A_RULE, rule.id() + " has " + count);
            all += count;
        }
        assertTrue(all >= FEWEST_CASES, "only " + all);
        assertTrue(cases(Rules.find("resource-leak")).size() >= FEWEST_LEAKS, "too few leaks");
    }

    private static List<Case> cases(Rule rule) {
        try (InputStream file = FailingSuiteTest.class.getResourceAsStream("/failing/" + rule.id() + ".txt")) {
            assertTrue(file != null, "no cases for " + rule.id());
            List<Case> cases = new ArrayList<>();
            for (String text : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^" + SEPARATOR)) {
                if (!text.isBlank()) {
                    int end = text.indexOf('\n');
                    String body = text.substring(end + 1);
                    cases.add(new Case(rule.id(), text.substring(0, end), body.startsWith("package ") ? body : "package org.peaberry.kernel.example; " + body));
                }
            }
            return cases;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
