/** Numbers mean what they look like. */
package org.peaberry.verifier.rules.language;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenOctalLiteralContext;

public final class OctalLiteral extends Rule {
    public OctalLiteral() {
        super("octal-literal", RuleGroup.LANGUAGE, "No octal literals.",
                "a leading zero silently changes the value: 010 is eight",
                "decimal, hexadecimal or binary");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Ports {
                    static final int KEYBOARD = 0x60;
                    static final int NONE = 0;
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Ports {
                    static final int KEYBOARD = 0140; // here
                    static final int NONE = 0;
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (ForbiddenOctalLiteralContext literal : check.all(ForbiddenOctalLiteralContext.class)) {
            check.report(literal, "octal literal " + literal.getText());
        }
    }
}
