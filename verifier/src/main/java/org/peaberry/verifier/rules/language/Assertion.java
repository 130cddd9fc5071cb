/** A check is always on. */
package org.peaberry.verifier.rules.language;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenAssertContext;

public final class Assertion extends Rule {
    public Assertion() {
        super("assertion", RuleGroup.LANGUAGE, "No assert.",
                "the JVM decides at start whether assertions run, and an image has no such switch",
                "if and throw; a hypervisor that goes on after a broken assumption is worse than one that stops");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Slots {
                    static int checked(int slot, int count) {
                        if (slot < 0 || slot >= count) {
                            throw new IndexOutOfBoundsException("no such slot");
                        }
                        return slot;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Slots {
                    static int checked(int slot, int count) {
                        assert slot >= 0 && slot < count : "no such slot"; // here
                        return slot;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (ForbiddenAssertContext statement : check.all(ForbiddenAssertContext.class)) {
            if (!check.model().isHosted(statement)) {
                check.report(statement, "assert");
            }
        }
    }
}
