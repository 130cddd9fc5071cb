/** Applies the suppression annotations of files, and reports those that are not right. */
package org.peaberry.verifier.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Annotations;
import org.peaberry.verifier.model.FileModel;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;
import org.peaberry.verifier.source.Position;
import org.peaberry.verifier.syntax.DialectParser.AnnotationContext;
import org.peaberry.verifier.tree.Nodes;

final class Suppressions {
    /** Places that may be excused from a rule; a rule that needs more is wrong. */
    static final int MOST_PER_RULE = 3;
    private static final int SHORTEST_REASON = 10;

    private final List<Suppression> suppressions = new ArrayList<>();
    private final List<Rule> rules;

    Suppressions(List<FileModel> models, List<Rule> rules) {
        this.rules = rules;
        for (FileModel model : models) {
            for (AnnotationContext annotation : model.file().all(AnnotationContext.class)) {
                if (Annotations.simpleName(annotation).equals("Suppress")) {
                    suppressions.add(new Suppression(model.file().name(), annotation));
                }
            }
        }
    }

    /** What of the findings remains, with what is wrong with the suppressions. */
    List<Finding> apply(List<Finding> findings) {
        List<Finding> remaining = new ArrayList<>();
        for (Finding finding : findings) {
            if (!isSuppressed(finding)) {
                remaining.add(finding);
            }
        }
        suppressions.forEach(suppression -> judge(suppression, remaining));
        limit(remaining);
        return remaining;
    }

    private boolean isSuppressed(Finding finding) {
        boolean isSuppressed = false;
        for (Suppression suppression : suppressions) {
            if (finding.rule().isSuppressible() && suppression.covers(finding)) {
                suppression.isUsed = true;
                isSuppressed = true;
            }
        }
        return isSuppressed;
    }

    private void judge(Suppression suppression, List<Finding> findings) {
        Rule rule = Rules.find(suppression.rule);
        if (rule == null) {
            report(findings, suppression, Rules.SUPPRESSION, "there is no rule '" + suppression.rule + "'");
        } else if (!rule.isSuppressible()) {
            report(findings, suppression, Rules.SUPPRESSION, "rule " + rule.id() + " cannot be suppressed");
        } else if (suppression.reason.length() < SHORTEST_REASON) {
            report(findings, suppression, Rules.SUPPRESSION, "a suppression of " + rule.id() + " without its reason");
        } else if (!suppression.isUsed && rules.contains(rule)) {
            report(findings, suppression, Rules.UNUSED_SUPPRESSION, "nothing here breaks " + rule.id());
        }
    }

    private void limit(List<Finding> findings) {
        Map<String, Integer> counts = new HashMap<>();
        for (Suppression suppression : suppressions) {
            int count = counts.merge(suppression.rule, 1, Integer::sum);
            if (count > MOST_PER_RULE) {
                report(findings, suppression, Rules.SUPPRESSION_LIMIT, suppression.rule + " is suppressed for the " + count + "th time; " + MOST_PER_RULE + " are allowed");
            }
        }
    }

    private void report(List<Finding> findings, Suppression suppression, Rule rule, String message) {
        if (rules.contains(rule)) {
            findings.add(new Finding(suppression.file, Nodes.position(suppression.annotation), rule, message));
        }
    }

    /** One annotation, and the lines of the declaration it stands at. */
    private static final class Suppression {
        private final String file;
        private final AnnotationContext annotation;
        private final String rule;
        private final String reason;
        private final Position first;
        private final Position last;
        private boolean isUsed;

        Suppression(String file, AnnotationContext annotation) {
            this.file = file;
            this.annotation = annotation;
            rule = Annotations.text(annotation, "rule");
            reason = Annotations.text(annotation, "reason");
            ParserRuleContext declaration = annotation.getParent().getParent();
            first = Nodes.position(declaration.getStart());
            last = Nodes.position(declaration.getStop());
        }

        boolean covers(Finding finding) {
            return finding.rule().id().equals(rule) && finding.file().equals(file)
                    && finding.position().compareTo(first) >= 0 && finding.position().compareTo(last) <= 0;
        }
    }
}
