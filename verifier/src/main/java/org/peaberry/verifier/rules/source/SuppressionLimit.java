/** Suppressions are few. */
package org.peaberry.verifier.rules.source;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class SuppressionLimit extends Rule {
    public SuppressionLimit() {
        super("suppression-limit", RuleGroup.SOURCE, "No rule is suppressed more than three times in all files.",
                "a rule that does not fit so often is wrong, or the code is",
                "change the rule or the code");
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

                final class Numbers {
                    @Suppress(rule = "octal-literal", reason = "as in the manual")
                    static final int A = 01;
                    @Suppress(rule = "octal-literal", reason = "as in the manual")
                    static final int B = 02;
                    @Suppress(rule = "octal-literal", reason = "as in the manual")
                    static final int C = 03;
                    @Suppress(rule = "octal-literal", reason = "as in the manual") // here
                    static final int D = 04;
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
