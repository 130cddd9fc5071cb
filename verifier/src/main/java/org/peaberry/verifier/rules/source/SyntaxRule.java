/** A file is of the grammar. */
package org.peaberry.verifier.rules.source;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class SyntaxRule extends Rule {
    public SyntaxRule() {
        super("syntax", RuleGroup.SOURCE, "A file follows the grammar of the dialect.",
                "no rule can judge what the grammar does not know, and most of it is not Java either",
                "the construct that the message names; verifier/src/main/antlr4 holds the grammar");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Answer {
                    int of() {
                        return 1;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Answer {
                    int of() {
                        return 1 // missing: a semicolon
                    } // here
                }
                """;
    }

    @Override
    public boolean isSuppressible() {
        return false;
    }

    /** The verifier itself reports it. */
    @Override
    public void check(Check check) {
    }
}
