/** Prints the page of the dialect: its introduction, and every rule with its examples. */
package org.peaberry.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.peaberry.verifier.report.RuleDescription;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.rules.Rules;

public final class DialectPage {
    private static final String INTRODUCTION = "dialect-introduction.md";

    private DialectPage() {
    }

    /** The whole of docs/dialect.md. */
    public static String text() {
        StringBuilder page = new StringBuilder(introduction());
        page.append("\n## The rules\n\n`verifier/bin/peaberry-verify --explain RULE` prints the same. In the examples, `here` marks what is reported, `here 2` what is reported twice.\n\n");
        page.append("| rule | what holds |\n|---|---|\n");
        for (Rule rule : Rules.all()) {
            page.append("| [").append(rule.id()).append("](#").append(rule.id()).append(") | ").append(rule.statement()).append(" |\n");
        }
        for (RuleGroup group : RuleGroup.values()) {
            page.append("\n## ").append(group.title()).append('\n');
            Rules.all().stream().filter(rule -> rule.group() == group).forEach(rule -> append(page, rule));
        }
        return page.toString();
    }

    private static void append(StringBuilder page, Rule rule) {
        page.append("\n### ").append(rule.id()).append("\n\n").append(rule.statement()).append("\n\n").append(RuleDescription.markdown(rule));
    }

    private static String introduction() {
        try (InputStream stream = DialectPage.class.getResourceAsStream("/org/peaberry/verifier/" + INTRODUCTION)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IllegalStateException(INTRODUCTION + " is not in the verifier's resources", problem);
        }
    }
}
