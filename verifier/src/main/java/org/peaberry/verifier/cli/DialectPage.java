/** Prints the page of the dialect: its introduction, and every rule with its examples. */
package org.peaberry.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.rules.Rules;

public final class DialectPage {
    private static final String INTRODUCTION = "dialect-introduction.md";
    private static final String PACKAGE = "package org.peaberry.kernel.example;\n\n";
    private static final int MAXIMUM_WIDTH = 120;

    private DialectPage() {
    }

    /** The whole of docs/dialect.md. */
    public static String text() {
        StringBuilder page = new StringBuilder(introduction());
        page.append("\n## The rules\n\n`verifier/bin/peaberry-verify --explain RULE` prints the same. In the examples, `here` marks what is reported.\n\n");
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
        page.append("\n### ").append(rule.id()).append("\n\n").append(rule.statement()).append("\n\nWhy: ").append(rule.reason()).append(".\nInstead: ")
                .append(rule.instead()).append(".\n\n");
        page.append("Fails:\n\n```java\n").append(shortened(rule.failing())).append("```\n\nPasses:\n\n```java\n").append(shortened(rule.passing())).append("```\n");
    }

    /** Lines that nobody reads are left out. */
    private static String shortened(String example) {
        String text = example.startsWith(PACKAGE) ? example.substring(PACKAGE.length()) : example;
        StringBuilder lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(line.length() > MAXIMUM_WIDTH ? line.substring(0, MAXIMUM_WIDTH) + " … // here" : line).append('\n'));
        return lines.toString();
    }

    private static String introduction() {
        try (InputStream stream = DialectPage.class.getResourceAsStream("/org/peaberry/verifier/" + INTRODUCTION)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IllegalStateException(INTRODUCTION + " is not in the verifier's resources", problem);
        }
    }
}
