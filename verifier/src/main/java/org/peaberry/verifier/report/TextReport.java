/** Findings as compilers print errors; each rule's reason once. */
package org.peaberry.verifier.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rule.Rule;

final class TextReport {
    private TextReport() {
    }

    static String print(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        Set<Rule> explained = new HashSet<>();
        for (Finding finding : findings) {
            text.append(finding.text()).append('\n');
            if (explained.add(finding.rule())) {
                text.append("  why: ").append(finding.rule().reason()).append("\n  instead: ").append(finding.rule().instead()).append('\n');
            }
        }
        return text.toString();
    }
}
