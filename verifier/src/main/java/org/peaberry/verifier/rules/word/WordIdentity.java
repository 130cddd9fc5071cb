/** Words have no identity. */
package org.peaberry.verifier.rules.word;

import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.EqualityContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.tree.Nodes;

public final class WordIdentity extends Rule {
    public WordIdentity() {
        super("word-identity", RuleGroup.WORD, "Machine words are not compared by == or !=.",
                "a word has no object behind it; on the host == would compare objects, in the image numbers",
                "isEqualTo, isZero or the test that the type has");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.HostFrame;

                final class Frames {
                    static boolean isSame(HostFrame one, HostFrame other) {
                        return one.isEqualTo(other);
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.HostFrame;

                final class Frames {
                    static boolean isSame(HostFrame one, HostFrame other) {
                        return one == other; // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (EqualityContext comparison : check.all(EqualityContext.class)) {
            for (ExpressionContext side : comparison.expression()) {
                Type type = check.model().typeOf(side);
                if (type.isWord() && !check.model().isHosted(comparison)) {
                    check.report(comparison, "a " + type.simpleName() + " is compared by " + (Nodes.hasWord(comparison, "==") ? "==" : "!="));
                    break;
                }
            }
        }
    }
}
