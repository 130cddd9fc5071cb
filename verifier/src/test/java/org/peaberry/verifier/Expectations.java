/** What a failing example says about its findings: comments like {@code // here}, {@code // here 2} or {@code // here: rule-id}. */
package org.peaberry.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.peaberry.verifier.rule.Finding;

final class Expectations {
    private static final Pattern MARK = Pattern.compile("// here(?: (\\d+))?(?:: ([a-z-]+))?");

    private Expectations() {
    }

    /** "line rule" for each expected finding, in order. */
    static List<String> of(String text, String rule) {
        List<String> expected = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            Matcher mark = MARK.matcher(lines[i]);
            while (mark.find()) {
                int count = mark.group(1) == null ? 1 : Integer.parseInt(mark.group(1));
                for (int k = 0; k < count; k++) {
                    expected.add(i + 1 + " " + (mark.group(2) == null ? rule : mark.group(2)));
                }
            }
        }
        return expected;
    }

    static List<String> lines(List<Finding> findings) {
        return findings.stream().map(finding -> finding.position().line() + " " + finding.rule().id()).toList();
    }
}
