/** The brackets of an array belong to its type. */
package org.peaberry.verifier.rules.language;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenDimensionsContext;

public final class ArrayBrackets extends Rule {
    public ArrayBrackets() {
        super("array-brackets", RuleGroup.LANGUAGE, "The brackets of an array stand at its type.",
                "int a[], b declares an array and a number; nobody sees that",
                "int[] a; one declaration for each type");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Slots {
                    private final int[] slots = new int[1];
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Slots {
                    private final int slots[] = new int[1]; // here
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (ForbiddenDimensionsContext brackets : check.all(ForbiddenDimensionsContext.class)) {
            check.report(brackets, "brackets after the name");
        }
    }
}
