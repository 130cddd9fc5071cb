/** A source file is text. */
package org.peaberry.verifier.rules.source;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class SourceText extends Rule {
    private static final int DEPTH = 250;

    public SourceText() {
        super("source-text", RuleGroup.SOURCE, "A source file is UTF-8 text of readable size and depth.",
                "what cannot be read cannot be reviewed",
                "save the file as UTF-8; split what is too large; name the parts of what is nested too deeply");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                /** Größe: letters beyond ASCII are fine in comments and strings. */
                final class Size {
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Size {
                    int size = NESTED; // here
                }
                """.replace("NESTED", "(".repeat(DEPTH) + 1 + ")".repeat(DEPTH));
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
