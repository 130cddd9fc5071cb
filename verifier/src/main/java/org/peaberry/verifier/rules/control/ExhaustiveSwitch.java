/** A switch covers everything. */
package org.peaberry.verifier.rules.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.CaseValueContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchBodyContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchGroupContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchLabelContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchRuleContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchStatementContext;

public final class ExhaustiveSwitch extends Rule {
    public ExhaustiveSwitch() {
        super("exhaustive-switch", RuleGroup.CONTROL, "A switch over an enum names every constant or has a default.",
                "a constant that is added later would silently do nothing",
                "list the missing constants, or a default that says what happens to all others");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Power {
                    enum State { ON, OFF, ASLEEP }

                    static boolean isRunning(State state) {
                        switch (state) {
                            case ON:
                                return true;
                            case OFF, ASLEEP:
                                return false;
                        }
                        throw new IllegalStateException("no such state");
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Power {
                    enum State { ON, OFF, ASLEEP }

                    static int watts(State state) {
                        int watts = 0;
                        switch (state) { // here
                            case ON -> watts = 1;
                            case OFF -> watts = 0;
                        }
                        return watts;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (SwitchStatementContext statement : check.all(SwitchStatementContext.class)) {
            Type type = check.model().typeOf(statement.condition().expression());
            if (type.isEnum() && !check.model().isHosted(statement)) {
                Set<String> missing = new LinkedHashSet<>(type.declaration().constants());
                boolean hasDefault = labels(statement.switchBody()).stream().anyMatch(label -> label.caseValue().isEmpty());
                labels(statement.switchBody()).forEach(label -> label.caseValue().forEach(value -> missing.remove(value.getText())));
                if (!hasDefault && !missing.isEmpty()) {
                    check.report(statement, "the switch over " + type.simpleName() + " leaves out " + String.join(", ", missing));
                }
            }
        }
    }

    private static List<SwitchLabelContext> labels(SwitchBodyContext body) {
        List<SwitchLabelContext> labels = new ArrayList<>();
        for (SwitchGroupContext group : body.switchGroup()) {
            labels.addAll(group.switchLabel());
        }
        for (SwitchRuleContext rule : body.switchRule()) {
            labels.add(rule.switchLabel());
        }
        return labels;
    }
}
