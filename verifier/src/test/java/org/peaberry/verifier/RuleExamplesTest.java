/** Every rule's examples show what the rule says. */
package org.peaberry.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;

class RuleExamplesTest {
    static List<String> ids() {
        return Rules.all().stream().map(Rule::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void passingExampleBreaksNoRule(String id) {
        assertEquals(List.of(), texts(Sources.findings(Rules.find(id).passing())));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void failingExampleBreaksThisRuleAtTheMarkedLines(String id) {
        String example = Rules.find(id).failing();
        List<Finding> findings = Sources.findings(example);
        List<String> expected = Expectations.of(example, id);
        assertTrue(!expected.isEmpty(), "no line is marked");
        assertEquals(expected, Expectations.lines(findings), () -> String.join("\n", texts(findings)));
    }

    @Test
    void idsAreUniqueWordsJoinedByHyphens() {
        Set<String> seen = new HashSet<>();
        for (String id : ids()) {
            assertTrue(id.matches("[a-z]+(-[a-z]+)*"), id);
            assertTrue(seen.add(id), id + " is used twice");
        }
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).toList();
    }
}
