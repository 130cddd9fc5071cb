/** Words of Java without a meaning here. */
package org.peaberry.verifier.rules.language;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenKeywordContext;

public final class UnusedKeyword extends Rule {
    public UnusedKeyword() {
        super("keyword", RuleGroup.LANGUAGE, "No strictfp or transient.",
                "there is neither floating point nor serialization that they could change",
                "leave the word out");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Cache {
                    private int hits;

                    int hit() {
                        return ++hits;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Cache {
                    private transient int hits; // here

                    int hit() {
                        return ++hits;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (ForbiddenKeywordContext keyword : check.all(ForbiddenKeywordContext.class)) {
            if (!check.model().isHosted(keyword)) {
                check.report(keyword, "'" + keyword.getText() + "' has no meaning in the dialect");
            }
        }
    }
}
