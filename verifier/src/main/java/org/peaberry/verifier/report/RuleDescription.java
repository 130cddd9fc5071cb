/** What is said about a rule in Markdown: in docs/dialect.md and beside the findings that a code scanning service shows. */
package org.peaberry.verifier.report;

import org.peaberry.verifier.rule.Rule;

public final class RuleDescription {
    private static final String PACKAGE = "package org.peaberry.kernel.example;\n\n";
    private static final int MAXIMUM_WIDTH = 120;

    private RuleDescription() {
    }

    /** Its reason, what to write instead, an example that fails and one that passes. */
    public static String markdown(Rule rule) {
        return "**Why:** " + rule.reason() + ".\n\n**Instead:** " + rule.instead() + ".\n\nFails:\n\n" + code(rule.failing()) + "\nPasses:\n\n" + code(rule.passing());
    }

    /** Lines that nobody reads are left out. */
    private static String code(String example) {
        String text = example.startsWith(PACKAGE) ? example.substring(PACKAGE.length()) : example;
        StringBuilder lines = new StringBuilder("```java\n");
        text.lines().forEach(line -> lines.append(line.length() > MAXIMUM_WIDTH ? line.substring(0, MAXIMUM_WIDTH) + " … // here" : line).append('\n'));
        return lines.append("```\n").toString();
    }
}
