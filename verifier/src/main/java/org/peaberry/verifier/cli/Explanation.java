/** What the command says about a rule. */
package org.peaberry.verifier.cli;

import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rules.Rules;

final class Explanation {
    private Explanation() {
    }

    static String of(Rule rule) {
        return rule.id() + ": " + rule.statement() + "\n\nWhy: " + rule.reason() + ".\nInstead: " + rule.instead() + ".\n\nThis breaks it:\n\n"
                + rule.failing().indent(4) + "\nThis does not:\n\n" + rule.passing().indent(4);
    }

    static String list() {
        StringBuilder text = new StringBuilder();
        for (Rule rule : Rules.all()) {
            text.append(rule.id()).append(" ".repeat(Math.max(1, 24 - rule.id().length()))).append(rule.statement()).append('\n');
        }
        return text.toString();
    }
}
