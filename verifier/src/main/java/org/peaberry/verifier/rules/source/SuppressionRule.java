/** A suppression is complete. */
package org.peaberry.verifier.rules.source;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class SuppressionRule extends Rule {
    public SuppressionRule() {
        super("suppression", RuleGroup.SOURCE, "A suppression names an existing rule and its reason.",
                "whoever reads the place must know why the rule does not fit",
                "@Suppress(rule = \"…\", reason = \"…\") with a sentence as the reason");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.Suppress;

                final class Loader {
                    @Suppress(rule = "empty-catch", reason = "the probe fails on machines without the device, and nothing depends on it")
                    static void probe(Runnable step) {
                        try {
                            step.run();
                        } catch (IllegalStateException absent) {
                        }
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
                    @Suppress(rule = "empty-catch", reason = "") // here
                    static void probe(Runnable step) {
                        try {
                            step.run();
                        } catch (IllegalStateException absent) {
                        }
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
