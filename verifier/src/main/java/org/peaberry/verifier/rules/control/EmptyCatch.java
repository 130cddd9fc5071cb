/** No failure is dropped. */
package org.peaberry.verifier.rules.control;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.CatchClauseContext;

public final class EmptyCatch extends Rule {
    public EmptyCatch() {
        super("empty-catch", RuleGroup.CONTROL, "A catch block does something.",
                "an exception that is dropped is a failure that nobody ever hears of; a comment in the block does not change that",
                "handle it, return an error code, or let it pass to the caller");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Loader {
                    static boolean load(Runnable step) {
                        try {
                            step.run();
                            return true;
                        } catch (IllegalStateException refused) {
                            return false;
                        }
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Loader {
                    static void load(Runnable step) {
                        try {
                            step.run();
                        } catch (IllegalStateException refused) { // here
                            // cannot happen
                        }
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (CatchClauseContext clause : check.all(CatchClauseContext.class)) {
            boolean isEmpty = clause.block().blockStatement().stream().allMatch(statement -> statement.getText().equals(";"));
            if (isEmpty && !check.model().isHosted(clause)) {
                check.report(clause, "the exception is dropped");
            }
        }
    }
}
