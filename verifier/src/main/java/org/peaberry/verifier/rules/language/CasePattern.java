/** No preview features. */
package org.peaberry.verifier.rules.language;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenPatternContext;

public final class CasePattern extends Rule {
    public CasePattern() {
        super("case-pattern", RuleGroup.LANGUAGE, "No patterns in case labels.",
                "they are a preview in Java 17, and javac refuses them",
                "if and instanceof with a pattern, or a method of the sealed type");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Shapes {
                    static int sides(Object shape) {
                        if (shape instanceof String name) {
                            return name.length();
                        }
                        return 0;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Shapes {
                    static int sides(Object shape) {
                        return switch (shape) {
                            case String name -> name.length(); // here
                            default -> 0;
                        };
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (ForbiddenPatternContext pattern : check.all(ForbiddenPatternContext.class)) {
            check.report(pattern, "pattern '" + pattern.type().getText() + " " + pattern.identifier().getText() + "' in a case label");
        }
    }
}
