/** A suppression is needed. */
package org.peaberry.verifier.rules.source;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class UnusedSuppression extends Rule {
    public UnusedSuppression() {
        super("unused-suppression", RuleGroup.SOURCE, "A suppression suppresses something.",
                "one that is left over hides the next mistake at its place",
                "remove the annotation");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Loader {
                    static int probe() {
                        return 0;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.Suppress;

                final class Loader {
                    @Suppress(rule = "empty-catch", reason = "there was a catch block here once") // here
                    static int probe() {
                        return 0;
                    }
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
